namespace SeoAudit.Client.Fuzz.Mutations;

/// <summary>Changes whole lines, or one line by the grammar of lines.</summary>
internal sealed class LinesOfGrammar(IGrammar line, params string[] words) : IGrammar
{
    private readonly SegmentGrammar _lines = new('\n', words);

    public byte[] Mutate(byte[] input, byte[] other, Random random)
    {
        if (random.OneIn(3))
        {
            return _lines.Mutate(input, other, random);
        }

        int start = input.AsSpan(0, random.Next(input.Length + 1)).LastIndexOf((byte)'\n') + 1;
        int length = input.AsSpan(start).IndexOf((byte)'\n');
        int end = length < 0 ? input.Length : start + length;
        int otherEnd = other.AsSpan().IndexOf((byte)'\n');
        return ByteEdit.Replace(input, start, end, line.Mutate(input[start..end], otherEnd < 0 ? other : other[(otherEnd + 1)..], random));
    }
}
