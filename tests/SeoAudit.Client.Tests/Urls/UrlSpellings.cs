using System.Globalization;
using System.Text;

namespace SeoAudit.Client.Tests.Urls;

/// <summary>Random URLs, the same for the same seed: any at all, or two spellings of one.</summary>
internal sealed class UrlSpellings(int seed)
{
    private static readonly string[] Hosts =
    [
        "h", "H.Com", "www.ExAmple.com:80", "127.1", "[::1]:81", "b\u00fccher.example", "xn--bcher-kva.example", "h.:8080", "h:443",
        "\u0401\u0416.\u0440\u0444", "@h", "u@h", "a_b", "-x", "\ud800.de", "h\u200e.de",
    ];

    private static readonly string[] Atoms =
    [
        "/", "/", "/", ".", "..", "%2e", "%2E", "%", "%%", "%2", "%25", "%32", "%5c", "%5C", "\\", "%2f", "%2F", "a", "B", "~", "%7e",
        "\u00e9", "\u0301", "\ud83d\ude00", "\ud800", "\udc00", "%c3%a9", "%C3", "%ff", "\u200e", "%E2%80%8E", "?", "#", "&", "=", "+",
        " ", "[", "]", "|", "\"", "<", ">", "^", "`", "{", "}", "'", "(", "!", "*", "@", ":", ";", ",", "$", "\t", "\n", "\0", "%00",
        "%20", "%23", "%3f", "%41", "%7F", "\u007f", "\u00a0", "\ufeff", "\ufffe", "\ue000", "%EE%80%80", "%F0%9F%98%80", "%u00e9",
    ];

    private static readonly string[] Segments = ["a", "B-c", "x.y", "~z_", "caf\u00e9", "%2Fq", "a+b", "p;v=1", "100%25", "", "..."];

    private readonly Random _random = new(seed);

    /// <summary>Anything that <see cref="Uri"/> reads, canonical or not; a quarter of them not even escaped.</summary>
    public Uri Next()
    {
        for (; ; )
        {
            var text = new StringBuilder(Pick(["http://", "HTTPS://"])).Append(Pick(Hosts)).Append(Pick(["/", "/", "/", ""]));
            for (int atoms = _random.Next(9); atoms > 0; atoms--)
            {
                text.Append(Pick(Atoms));
            }

            var options = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = _random.Next(4) == 0 };
            if (Uri.TryCreate(text.ToString(), options, out Uri? url))
            {
                return url;
            }
        }
    }

    /// <summary>Two spellings that RFC 3986 calls equivalent in sections 6.2.2 and 6.2.3.</summary>
    public (Uri One, Uri Other) NextPair()
    {
        string[] path = [.. Enumerable.Range(0, _random.Next(1, 5)).Select(_ => Pick(Segments))];
        string query = _random.Next(2) == 0 ? "" : "?" + Pick(Segments) + "=" + Pick(Segments);
        return (new Uri(Spell(path, query)), new Uri(Spell(path, query)));
    }

    private string Spell(string[] path, string query)
    {
        var text = new StringBuilder(Pick(["http://", "HTTP://", "Http://"]))
            .Append(Pick(["b\u00fccher.example", "B\u00dcCHER.Example", "xn--bcher-kva.example", "XN--bcher-KVA.EXAMPLE"]))
            .Append(Pick(["", ":80", ":"]));
        foreach (string segment in path)
        {
            text.Append(Pick(["", "", "/.", "/%2e", "/x/..", "/x/%2E.", "/y/z/../%2e%2E"])).Append('/').Append(Spell(segment));
        }

        return text.Append(Spell(query)).Append(Pick(["", "", "#", "#part"])).ToString();
    }

    private string Spell(string text)
    {
        var result = new StringBuilder();
        for (var index = 0; index < text.Length; index++)
        {
            char c = text[index];
            if (c == '%')
            {
                result.Append(AnyCase(text.Substring(index, 3)));
                index += 2;
            }
            else if (c > 127 || char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~')
            {
                result.Append(_random.Next(3) == 0 ? AnyCase(Escape(c)) : c.ToString());
            }
            else
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }

    private static string Escape(char c) =>
        string.Concat(Encoding.UTF8.GetBytes([c]).Select(static value => "%" + value.ToString("X2", CultureInfo.InvariantCulture)));

    private string AnyCase(string escape) => _random.Next(2) == 0 ? escape.ToUpperInvariant() : escape.ToLowerInvariant();

    private string Pick(ReadOnlySpan<string> choices) => choices[_random.Next(choices.Length)];
}
