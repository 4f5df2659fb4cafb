using System.Text;
using System.Text.RegularExpressions;

namespace SeoAudit.Emulator.Auditing.Fetching;

/// <summary>Turns the bytes of a page into text: by its byte order mark, else Content-Type, else its own meta element, else UTF-8.</summary>
internal static partial class PageDecoder
{
    private const int PrescanBytes = 1024;

    public static string Decode(ReadOnlySpan<byte> body, string? charset)
    {
        foreach (Encoding marked in (ReadOnlySpan<Encoding>)[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            if (body.StartsWith(marked.Preamble))
                return marked.GetString(body[marked.Preamble.Length..]);
        }

        return (Find(charset) ?? Find(DeclaredIn(body)) ?? Encoding.UTF8).GetString(body);
    }

    private static string? DeclaredIn(ReadOnlySpan<byte> body)
    {
        string start = Encoding.Latin1.GetString(body[..Math.Min(body.Length, PrescanBytes)]);
        Match match = MetaCharset().Match(start);
        if (!match.Success)
            return null;
        string name = match.Groups["name"].Value;

        // A declaration that could be read as ASCII cannot be in UTF-16.
        return name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) ? "utf-8" : name;
    }

    private static Encoding? Find(string? name)
    {
        name = name?.Trim('"', '\'', ' ').ToUpperInvariant();
        if (string.IsNullOrEmpty(name))
            return null;

        // The Web reads these labels as Windows-1252.
        if (name is "ISO-8859-1" or "LATIN1" or "US-ASCII" or "ASCII")
            name = "WINDOWS-1252";
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    [GeneratedRegex("""<meta\s[^>]*?charset\s*=\s*["']?\s*(?<name>[\w.:-]+)""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MetaCharset();
}
