using System.Text;
using System.Text.Json;

namespace SeoAudit.Client.Fuzz.Mutations;

/// <summary>Changes JSON text member by member, and keeps it JSON more often than not.</summary>
internal sealed class JsonGrammar(params string[] names) : IGrammar
{
    private const int MaxNesting = 5_000;

    private static readonly string[] Literals =
    [
        "null", "true", "false", "\"\"", "[]", "{}", "[null]", "{\"a\":null}", "[[]]", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"\\ud83d\\ude00\"", "\"\\uZZZZ\"",
        "{\"\\ud800\":1}", "{\"a\":1,\"a\":2}", "{\"\":{}}", "[1,\"a\",null,{}]", "\"true\"", "\"PASS\"", "\"completed\"", "\"failed\"",
    ];

    public byte[] Mutate(byte[] input, byte[] other, Random random)
    {
        List<JsonSpan> spans = JsonSpan.Find(input);
        if (spans.Count == 0)
        {
            return ByteEdit.Replace(input, 0, input.Length, other);
        }

        JsonSpan at = spans[random.Next(spans.Count)];
        ReadOnlySpan<byte> member = input.AsSpan(at.MemberStart, at.End - at.MemberStart);
        ReadOnlySpan<byte> value = input.AsSpan(at.Start, at.End - at.Start);
        return random.Next(12) switch
        {
            0 => ByteEdit.Replace(input, at.Start, at.End, Taken(other, random)),
            1 => ByteEdit.Replace(input, at.End, at.End, [(byte)',', .. member]),
            2 => ByteEdit.Replace(input, at.End, at.End, ByteEdit.Repeat([(byte)',', .. member], random.Count())),
            3 => Without(input, at),
            4 => ByteEdit.Replace(input, at.Start, at.End, [(byte)'[', .. value, (byte)']']),
            5 => ByteEdit.Replace(input, at.Start, at.End, [.. "{\"a\":"u8, .. value, (byte)'}']),
            6 => Nested(input, at, random),
            7 when at.HasName => ByteEdit.Replace(input, at.NameStart, at.NameEnd, Quoted(Name(input, spans, random))),
            8 => ByteEdit.Replace(input, at.Start, at.End, Encoding.UTF8.GetBytes(Words.Number(random))),
            9 => ByteEdit.Replace(input, at.Start, at.End, Quoted(Words.Text(random))),
            10 when at.HasName => ByteEdit.Replace(
                input, at.MemberStart, at.MemberStart, [.. Quoted(Name(input, spans, random)), (byte)':', .. Taken(other, random), (byte)',']),
            _ => ByteEdit.Replace(input, at.Start, at.End, Encoding.UTF8.GetBytes(random.Pick<string>(Literals))),
        };
    }

    private static byte[] Without(byte[] input, JsonSpan at)
    {
        int start = at.MemberStart;
        int end = at.End;
        if (end < input.Length && input[end] == ',')
        {
            end++;
        }
        else if (start > 0 && input[start - 1] == ',')
        {
            start--;
        }

        return ByteEdit.Replace(input, start, end, []);
    }

    private static byte[] Nested(byte[] input, JsonSpan at, Random random)
    {
        int depth = random.OneIn(2) ? random.Next(60, 132) : random.Next(1, MaxNesting);
        bool isList = random.OneIn(2);
        byte[] open = ByteEdit.Repeat(isList ? "["u8 : "{\"a\":"u8, depth);
        byte[] close = ByteEdit.Repeat(isList ? "]"u8 : "}"u8, depth);
        return ByteEdit.Replace(input, at.Start, at.End, [.. open, .. input.AsSpan(at.Start, at.End - at.Start), .. close]);
    }

    private static byte[] Taken(byte[] other, Random random)
    {
        List<JsonSpan> spans = JsonSpan.Find(other);
        if (spans.Count == 0)
        {
            return "null"u8.ToArray();
        }

        JsonSpan from = spans[random.Next(spans.Count)];
        return other[from.Start..from.End];
    }

    private string Name(byte[] input, List<JsonSpan> spans, Random random)
    {
        JsonSpan from = spans[random.Next(spans.Count)];
        return names.Length > 0 && random.OneIn(2) ? random.Pick<string>(names)
            : from.HasName && random.OneIn(2) ? Encoding.UTF8.GetString(input, from.NameStart + 1, from.NameEnd - from.NameStart - 2)
            : Words.Text(random);
    }

    private static byte[] Quoted(string text) => JsonSerializer.SerializeToUtf8Bytes(text);
}
