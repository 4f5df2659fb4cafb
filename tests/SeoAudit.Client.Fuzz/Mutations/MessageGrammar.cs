namespace SeoAudit.Client.Fuzz.Mutations;

/// <summary>Changes the head of an HTTP answer line by line, or its body by the grammar of bodies.</summary>
internal sealed class MessageGrammar(IGrammar body, params string[] words) : IGrammar
{
    private readonly SegmentGrammar _head = new('\n', words);

    public byte[] Mutate(byte[] input, byte[] other, Random random)
    {
        int end = BodyOf(input);
        return random.OneIn(3)
            ? ByteEdit.Replace(input, 0, end, _head.Mutate(input[..end], other[..BodyOf(other)], random))
            : ByteEdit.Replace(input, end, input.Length, body.Mutate(input[end..], other[BodyOf(other)..], random));
    }

    public static int BodyOf(ReadOnlySpan<byte> input)
    {
        int blank = input.IndexOf("\n\n"u8);
        return blank < 0 ? input.Length : blank + 2;
    }
}
