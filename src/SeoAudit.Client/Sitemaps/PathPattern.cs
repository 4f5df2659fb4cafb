using System.Text;

namespace SeoAudit.Client.Sitemaps;

/// <summary>A path pattern as in robots.txt (RFC 9309, section 2.2.3): a prefix with <c>*</c> for anything and a last <c>$</c> for the end.</summary>
internal readonly struct PathPattern(string pattern)
{
    private readonly string _text = Escaped(pattern.EndsWith('$') ? pattern[..^1] : pattern + '*');

    // Goes back to the last star only, so that the time is bounded by the product of the two lengths whatever the pattern.
    public bool IsMatch(ReadOnlySpan<char> path)
    {
        ReadOnlySpan<char> text = _text;
        int at = 0, from = 0, star = -1, resume = 0;
        while (from < path.Length)
        {
            if (at < text.Length && text[at] == '*')
            {
                star = at++;
                resume = from;
            }
            else if (at < text.Length && text[at] == path[from])
            {
                at++;
                from++;
            }
            else if (star >= 0)
            {
                at = star + 1;
                from = ++resume;
            }
            else
            {
                return false;
            }
        }

        return text[at..].TrimStart('*').IsEmpty;
    }

    // As addresses are: their letters beyond ASCII are percent-encoded.
    private static string Escaped(string text) => Ascii.IsValid(text)
        ? text
        : string.Concat(text.EnumerateRunes().Select(static rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));
}
