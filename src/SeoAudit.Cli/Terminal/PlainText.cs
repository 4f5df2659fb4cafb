using System.Globalization;
using System.Text;

namespace SeoAudit.Cli.Terminal;

/// <summary>Text of pages and services as a terminal may show it.</summary>
internal static class PlainText
{
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// The text on one line, without what a terminal obeys (control characters, escapes) and what turns the order of characters
    /// around or hides them.
    /// </summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        if (text.All(static character => character is >= ' ' and < '\u007F'))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control when Rune.IsWhiteSpace(rune):
                case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    plain.Append(' ');
                    break;
                case UnicodeCategory.Control or UnicodeCategory.Surrogate:
                    plain.Append(Replacement);
                    break;
                // Joins characters of scripts and of emoji; the others of its kind hide or turn around.
                case UnicodeCategory.Format when rune.Value is not 0x200D:
                    break;
                default:
                    plain.Append(rune.ToString());
                    break;
            }
        }

        return plain.ToString();
    }
}
