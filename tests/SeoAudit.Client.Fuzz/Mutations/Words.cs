using System.Globalization;
using System.Text;

namespace SeoAudit.Client.Fuzz.Mutations;

/// <summary>Texts at the edges of what readers take: numbers, dates, pieces of Unicode.</summary>
internal static class Words
{
    private static readonly string[] Numbers =
    [
        "0", "-0", "1", "-1", "74.0", "74.5", "-0.5", "1e2", "1E+400", "-1e400", "1e-400", "2147483647", "2147483648", "-2147483649",
        "9223372036854775807", "9223372036854775808", "18446744073709551616", "79228162514264337593543950335", "79228162514264337593543950336",
        "0.00000000000000000000000000001", "1000000000", "99999999999", "253402300800", "3600", "1e1000000", "٣", "NaN", "Infinity", "-Infinity", "+5", " 5", "5 ", "0x10", "1_000",
    ];

    private static readonly string[] Moments =
    [
        "2026-03-12T12:00:00+00:00", "2026-05-14T10:18:04.000Z", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59.9999999Z",
        "9999-12-31T23:59:59-14:00", "2026-02-30T00:00:00Z", "2024-02-29", "2026-13-01", "2026-03", "2026", "10:00", "24:00:00", "2026-03-12T24:00:00Z",
        "2026-03-12T12:00:60Z", "2026-03-12 12:00", "12/31/2026", "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
        "Sat, 07 Sep 2002 09:42:31 EST", "07 Sep 2002 09:42 UT", "Fri, 31 Dec 9999 23:59:59 PST", "2026-03-12T12:00:00.123456789Z", "2026-03-12T12:00:00.99999999Z",
        "2026-W11-4", "20260312T120000Z", "2026-03-12T12:00+99:99", "yesterday", "-2026-03-12T00:00:00Z",
    ];

    private static readonly string[] Fragments =
    [
        "\0", "\uFEFF", "\u2028", "\u0085", "\u00A0", "\r", "\n", "\r\n", "\t", " ", "\"", "'", "\\", "/", "//", "<", ">", "&", "%", "%00", "%2e%2e", "%zz", "..", "?", "#", "@", ":", ";",
        "é", "ẞ", "İ", "😀", "\uFFFD", "\uFFFF", "\u202E", "http://", "https://", "https://example.com/", "https://[::1]:65536/", "https://ex ample.com/", "https://xn--/",
        "https://münchen.example/ü?q=ö", "HTTP://EXAMPLE.COM:80/%7Euser", "https://user:pass@example.com/", "https://1.2.3/", "https://0x7f.1/", "file:///etc/hosts", "/a", "//b/c",
        "https://a..b/", "https://-/", "https://a_b.example/", "https://example.com:0/", "https://[fe80::1%25eth0]/", "https://１２７.0.0.1/",
    ];

    private static readonly byte[][] Raw =
    [
        [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0xFF, 0xFE, 0, 0], [0xED, 0xA0, 0x80], [0xED, 0xB0, 0x80], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80],
        [0xFF], [0x80], [0xE2, 0x82], [0xF0, 0x9F], [0x1F, 0x8B, 8, 0], [0, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0x7F],
    ];

    public static string Number(Random random) =>
        random.OneIn(3)
        ? (random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64)).ToString(CultureInfo.InvariantCulture)
        : random.Pick<string>(Numbers);

    public static string Moment(Random random) => random.OneIn(3) ? Edited(random.Pick<string>(Moments), random) : random.Pick<string>(Moments);

    public static string Text(Random random) => random.Next(6) switch
    {
        0 => Number(random),
        1 => Moment(random),
        2 => string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Pick<string>(Fragments))),
        3 => new string(random.Pick<char>(['a', 'A', '9', ' ', '\uFFFD', 'é']), random.Count()),
        _ => random.Pick<string>(Fragments),
    };

    public static byte[] Bytes(Random random) => random.OneIn(2) ? random.Pick<byte[]>(Raw) : Encoding.UTF8.GetBytes(Text(random));

    private static string Edited(string text, Random random)
    {
        int at = random.Next(text.Length);
        return $"{text[..at]}{random.Pick<char>("0123456789-+:TZ. ,")}{text[(at + random.Next(2))..]}";
    }
}
