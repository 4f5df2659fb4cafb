using System.Text;
using System.Xml;

namespace SeoAudit.Client.Reporting.JUnit;

/// <summary>Text of others as XML 1.0 can hold it.</summary>
internal static class XmlText
{
    /// <summary>The text, with a replacement character for every one that XML has no way of writing.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);

        // Half a pair comes out of this as a replacement character already; XML takes every character that needs two.
        foreach (Rune rune in text.EnumerateRunes())
        {
            clean.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar : rune);
        }

        return clean.ToString();
    }

    /// <summary>The same on one line.</summary>
    public static string Line(string text) => Clean(text.ReplaceLineEndings(" ").Replace('\t', ' '));
}
