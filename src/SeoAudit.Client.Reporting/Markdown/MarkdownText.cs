using System.Buffers;
using System.Globalization;
using System.Text;
using SeoAudit.Client.Reporting.Comparison;
using SeoAudit.Client.Reporting.Output;

namespace SeoAudit.Client.Reporting.Markdown;

/// <summary>Makes Markdown of text that may be hostile.</summary>
/// <remarks>
/// Escaping alone is not enough: what hosts make of mentions (<c>@user</c>), issues (<c>#1</c>), commits and bare addresses they look
/// for in the text as it is shown. They leave code alone, so whatever comes from outside is code.
/// </remarks>
internal static class MarkdownText
{
    /// <summary>What stands for nothing.</summary>
    public const string None = "–";

    private const string Pipe = "&#124;";
    private const string Unseen = "\u200B";
    private const int LongestLabel = 100;
    private const int LongestDestination = 1_000;

    private static readonly SearchValues<char> DestinationCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?=&%+,;@");

    /// <summary>The text as code, on one line and in one cell of a table.</summary>
    public static string Code(string text, int longest = LongestLabel)
    {
        string line = OneLine(text, longest);
        if (line.Length == 0)
        {
            return None;
        }

        // A pipe would end the cell, within code too, and how to escape it there the parsers do not agree on.
        return string.Join(Pipe, line.Split('|').Select(Span));
    }

    /// <summary>The text as text, e.g. in a heading.</summary>
    public static string Text(string text, int longest)
    {
        string line = OneLine(text, longest);
        var escaped = new StringBuilder(line.Length);
        for (int i = 0; i < line.Length; i++)
        {
            if (char.IsAscii(line[i]) && !char.IsAsciiLetterOrDigit(line[i]) && line[i] != ' ')
            {
                escaped.Append(StartsDomain(line, i) ? Unseen : string.Empty);
                escaped.Append(CultureInfo.InvariantCulture, $"&#{(int)line[i]};");
                escaped.Append(IsReference(line, i) ? Unseen : string.Empty);
            }
            else
            {
                escaped.Append(line[i]);
            }
        }

        return escaped.Length == 0 ? None : escaped.ToString();
    }

    /// <summary>A link to a page; only its address where that is not for a browser, or could mislead.</summary>
    public static string Link(Uri url)
    {
        if (!PageAddress.IsWeb(url) || url.UserInfo.Length > 0 || url.HostNameType == UriHostNameType.IPv6)
        {
            return Code(url is { IsAbsoluteUri: true, UserInfo.Length: > 0 } ? ShownAddress.Of(url) : url.OriginalString);
        }

        string address = PageAddress.Of(url);
        string label = Code(address.StartsWith("https://", StringComparison.Ordinal) ? address["https://".Length..] : address);
        string destination = Destination(address);
        return destination.Length > LongestDestination ? label : $"[{label}]({destination})";
    }

    private static string Span(string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        int longest = 0;
        int run = 0;
        foreach (char c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        string fence = new('`', longest + 1);
        string space = text[0] == '`' || text[^1] == '`' ? " " : string.Empty;
        return fence + space + text + space + fence;
    }

    private static string OneLine(string text, int longest)
    {
        var line = new StringBuilder();
        int length = 0;
        bool isGap = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                isGap = line.Length > 0;
                continue;
            }

            // What is not seen can turn round or hide what is. Joiners make emoji.
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value != 0x200D)
            {
                continue;
            }

            if (length >= longest)
            {
                return line.Append('…').ToString();
            }

            line.Append(isGap ? " " : string.Empty).Append(rune.ToString());
            length += isGap ? 2 : 1;
            isGap = false;
        }

        return line.ToString();
    }

    // Mentions, issues (GH-1 is another spelling of #1) and bare addresses: what follows must not touch.
    private static bool IsReference(string line, int i) => line[i] switch
    {
        '@' or '#' => true,
        '-' => EndsWith(line, i, "GH"),
        ':' => i + 1 < line.Length && line[i + 1] == '/',
        _ => false,
    };

    // A bare address without a scheme.
    private static bool StartsDomain(string line, int i) => line[i] == '.' && EndsWith(line, i, "www");

    private static bool EndsWith(string line, int end, string word) => line.AsSpan(0, end).EndsWith(word, StringComparison.OrdinalIgnoreCase);

    private static string Destination(string address)
    {
        var text = new StringBuilder(address.Length);
        Span<byte> bytes = stackalloc byte[4];
        foreach (Rune rune in address.EnumerateRunes())
        {
            if (rune.IsAscii && DestinationCharacters.Contains((char)rune.Value))
            {
                text.Append(rune.Value == '&' ? "&amp;" : rune.ToString());
                continue;
            }

            foreach (byte value in bytes[..rune.EncodeToUtf8(bytes)])
            {
                text.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
            }
        }

        return text.ToString();
    }
}
