namespace SeoAudit.Client.Fuzz.Mutations;

/// <summary>Changes an input in terms of what its reader expects, so that it is not refused at the first byte.</summary>
internal interface IGrammar
{
    /// <summary>Changes an input; <paramref name="other"/> is another one to take parts from.</summary>
    byte[] Mutate(byte[] input, byte[] other, Random random);
}
