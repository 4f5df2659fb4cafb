using System.Text;

namespace SeoAudit.Client.Reporting.Sarif;

/// <summary>Text of others in the places that SARIF has for text.</summary>
internal static class SarifText
{
    /// <summary>What GitHub shows of a rule's description at most.</summary>
    public const int MaxDescription = 1_024;

    private const char Ellipsis = '\u2026';

    /// <summary>The text on one line, with no control characters, of at most so many characters.</summary>
    public static string Line(string text, int max)
    {
        var line = new StringBuilder(Math.Min(text.Length, max));
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || Rune.IsWhiteSpace(rune))
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else
            {
                line.Append(rune);
            }

            if (line.Length > max)
            {
                return Cut(line, max);
            }
        }

        return line.ToString().TrimEnd(' ');
    }

    /// <summary>
    /// A line as part of a message: braces are doubled, which otherwise hold the place of an argument, and what would make a link of
    /// <c>[…](…)</c> is torn apart. A backslash, which SARIF has for that, does not keep every viewer from showing a link.
    /// </summary>
    public static string Message(string text, int max) => Line(text, max)
        .Replace("{", "{{", StringComparison.Ordinal)
        .Replace("}", "}}", StringComparison.Ordinal)
        .Replace("](", "] (", StringComparison.Ordinal);

    /// <summary>The same in Markdown, where nothing in it has a meaning.</summary>
    public static string Code(string text, int max) => $"`{Message(text, max).Replace('`', '\'')}`";

    private static string Cut(StringBuilder line, int max)
    {
        int length = max - 1;
        return line.ToString(0, char.IsHighSurrogate(line[length - 1]) ? length - 1 : length) + Ellipsis;
    }
}
