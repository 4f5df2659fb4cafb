using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SeoAudit.Emulator.Auditing;

/// <summary>The words that a reader of a page sees.</summary>
internal static class VisibleText
{
    public static int CountWords(IHtmlDocument document) =>
        document.Body is { } body ? body.Descendants<IText>().Where(IsShown).Sum(text => CountWords(text.Data)) : 0;

    private static bool IsShown(IText text) =>
        text.ParentElement?.LocalName is not ("script" or "style" or "noscript" or "template" or "textarea" or "iframe");

    /// <summary>Runs of letters and digits; scripts without spaces between words count a word a character.</summary>
    internal static int CountWords(string text)
    {
        int words = 0;
        bool inside = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF))
            {
                words++;
                inside = false;
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                if (!inside)
                    words++;
                inside = true;
            }
            else if (rune.Value is not ('\'' or '’' or '-'))
            {
                inside = false;
            }
        }

        return words;
    }
}
