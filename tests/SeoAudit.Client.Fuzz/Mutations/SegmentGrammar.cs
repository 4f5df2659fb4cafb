using System.Text;

namespace SeoAudit.Client.Fuzz.Mutations;

/// <summary>Changes text piece by piece, where each piece begins with, or ends at, a character: lines, elements.</summary>
internal sealed class SegmentGrammar(char delimiter, params string[] words) : IGrammar
{
    public byte[] Mutate(byte[] input, byte[] other, Random random)
    {
        (int start, int end) = Segment(input, random);
        (int otherStart, int otherEnd) = Segment(other, random);
        ReadOnlySpan<byte> segment = input.AsSpan(start, end - start);
        return random.Next(7) switch
        {
            0 => ByteEdit.Replace(input, start, end, []),
            1 => ByteEdit.Replace(input, start, start, ByteEdit.Repeat(segment, random.Count())),
            2 => ByteEdit.Replace(input, start, end, other.AsSpan(otherStart, otherEnd - otherStart)),
            3 => ByteEdit.Replace(input, end, end, other.AsSpan(otherStart, otherEnd - otherStart)),
            _ => WithWord(input, start, end, random),
        };
    }

    private static bool IsWord(byte value) => char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'.' or (byte)'_' || value >= 0x80;

    private byte[] WithWord(byte[] input, int start, int end, Random random)
    {
        string text = words.Length > 0 && random.OneIn(2) ? random.Pick<string>(words) : Words.Text(random);
        int at = start == end ? start : random.Next(start, end);
        int from = at;
        while (from > start && IsWord(input[from - 1]))
        {
            from--;
        }

        while (at < end && IsWord(input[at]))
        {
            at++;
        }

        return ByteEdit.Replace(input, from, at, Encoding.UTF8.GetBytes(text));
    }

    private (int Start, int End) Segment(byte[] input, Random random)
    {
        int at = random.Next(input.Length + 1);
        int start = input.AsSpan(0, at).LastIndexOf((byte)delimiter) + 1;
        int length = input.AsSpan(start).IndexOf((byte)delimiter);
        return (start, length < 0 ? input.Length : start + length + 1);
    }
}
