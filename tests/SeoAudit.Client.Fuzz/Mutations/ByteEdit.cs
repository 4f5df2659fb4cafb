namespace SeoAudit.Client.Fuzz.Mutations;

internal static class ByteEdit
{
    /// <summary>An input with a range of it replaced.</summary>
    public static byte[] Replace(ReadOnlySpan<byte> input, int start, int end, ReadOnlySpan<byte> by)
    {
        var result = new byte[input.Length - (end - start) + by.Length];
        input[..start].CopyTo(result);
        by.CopyTo(result.AsSpan(start));
        input[end..].CopyTo(result.AsSpan(start + by.Length));
        return result;
    }

    public static byte[] Repeat(ReadOnlySpan<byte> part, int times)
    {
        var result = new byte[part.Length * times];
        for (var index = 0; index < times; index++)
        {
            part.CopyTo(result.AsSpan(index * part.Length));
        }

        return result;
    }
}
