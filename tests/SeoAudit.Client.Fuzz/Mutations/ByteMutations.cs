using System.Buffers.Binary;

namespace SeoAudit.Client.Fuzz.Mutations;

/// <summary>Changes bytes whatever they mean.</summary>
internal static class ByteMutations
{
    public static byte[] Mutate(byte[] input, byte[] other, Random random)
    {
        int at = random.Next(input.Length + 1);
        int end = Math.Min(input.Length, at + random.Count());
        return random.Next(10) switch
        {
            0 when at < input.Length => Changed(input, at, (byte)(input[at] ^ (1 << random.Next(8)))),
            1 when at < input.Length => Changed(input, at, (byte)random.Next(256)),
            2 => ByteEdit.Replace(input, at, end, []),
            3 => input[..at],
            4 => ByteEdit.Replace(input, at, at, ByteEdit.Repeat(input.AsSpan(at, end - at), random.Count())),
            5 => ByteEdit.Replace(input, at, input.Length, other.AsSpan(random.Next(other.Length + 1))),
            6 => Spliced(input, at, end, other, random),
            7 when input.Length - at >= sizeof(int) => WithNumber(input, at, random),
            8 => ByteEdit.Replace(input, 0, 0, Words.Bytes(random)),
            _ => ByteEdit.Replace(input, at, random.OneIn(2) ? at : end, Words.Bytes(random)),
        };
    }

    private static byte[] Changed(byte[] input, int at, byte value)
    {
        var result = (byte[])input.Clone();
        result[at] = value;
        return result;
    }

    private static byte[] Spliced(byte[] input, int at, int end, byte[] other, Random random)
    {
        int from = random.Next(other.Length + 1);
        return ByteEdit.Replace(input, at, end, other.AsSpan(from, random.Next(other.Length - from + 1)));
    }

    private static byte[] WithNumber(byte[] input, int at, Random random)
    {
        var result = (byte[])input.Clone();
        BinaryPrimitives.WriteInt32LittleEndian(result.AsSpan(at), random.Pick<int>([0, 1, -1, int.MaxValue, int.MinValue, 0xFFFF, 0x8000]));
        return result;
    }
}
