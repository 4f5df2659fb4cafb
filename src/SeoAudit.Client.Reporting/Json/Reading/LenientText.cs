using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SeoAudit.Client.Reporting.Json.Reading;

/// <summary>
/// Text of which the platform makes none: half a surrogate pair, which other languages write as an escape, and bytes that are not
/// UTF-8. They become replacement characters, because a page is worth more than a character.
/// </summary>
internal static class LenientText
{
    /// <summary>The text of a string or of a member's name.</summary>
    public static string Of(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            string text = Encoding.UTF8.GetString(reader.ValueSpan);
            return Replaced(reader.ValueIsEscaped ? Unescaped(text) : text);
        }
    }

    // Well-formed, or the reader would have refused it.
    private static string Unescaped(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '\\')
            {
                plain.Append(text[at]);
                continue;
            }

            at++;
            if (text[at] == 'u')
            {
                plain.Append((char)ushort.Parse(text.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                at += 4;
            }
            else
            {
                plain.Append(Unescaped(text[at]));
            }
        }

        return plain.ToString();
    }

    private static char Unescaped(char c) => c switch
    {
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => c,
    };

    private static string Replaced(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
