namespace SeoAudit.Client.Fuzz.Mutations;

/// <summary>Makes new inputs of old ones, a few changes at a time.</summary>
internal sealed class Mutator(IGrammar grammar, int seed)
{
    private const int MaxLength = 128 * 1024;

    private readonly Random _random = new(unchecked(seed * 31));

    public byte[] Next(byte[] input, byte[] other)
    {
        byte[] result = input;
        for (int changes = _random.Next(1, 5); changes > 0; changes--)
        {
            byte[] changed = _random.OneIn(3) ? ByteMutations.Mutate(result, other, _random) : grammar.Mutate(result, other, _random);
            result = changed.Length <= MaxLength ? changed : changed[..MaxLength];
        }

        return result;
    }
}
