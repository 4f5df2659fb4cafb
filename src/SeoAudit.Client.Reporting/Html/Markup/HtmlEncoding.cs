using System.Text.Encodings.Web;

namespace SeoAudit.Client.Reporting.Html.Markup;

/// <summary>The one way in which text becomes part of the page, in an element or in a double-quoted attribute.</summary>
internal static class HtmlEncoding
{
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// Encodes by number whatever is not an innocent ASCII character. Control characters give way to the replacement character: HTML
    /// forbids them, and reads the numbers of some as other characters.
    /// </summary>
    public static string Encode(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') >= 0 && text.Any(IsForbidden))
        {
            text = string.Create(text.Length, text, static (characters, source) =>
            {
                for (var index = 0; index < source.Length; index++)
                {
                    characters[index] = IsForbidden(source[index]) ? Replacement : source[index];
                }
            });
        }

        return HtmlEncoder.Default.Encode(text);
    }

    private static bool IsForbidden(char character) => char.IsControl(character) && character is not ('\t' or '\n' or '\r');
}
