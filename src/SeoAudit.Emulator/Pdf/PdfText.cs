using System.Globalization;
using System.Text;

namespace SeoAudit.Emulator.Pdf;

/// <summary>Writes text as PDF strings, in ASCII throughout.</summary>
internal static class PdfText
{
    private static readonly Encoding WinAnsi = CodePagesEncodingProvider.Instance.GetEncoding(
        1252, new EncoderReplacementFallback("?"), DecoderFallback.ReplacementFallback)!;

    /// <summary>A string in the font's encoding; <c>?</c> stands for what it lacks.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder("(");
        foreach (byte octet in WinAnsi.GetBytes(text))
        {
            if (octet is (byte)'(' or (byte)')' or (byte)'\\')
                literal.Append('\\').Append((char)octet);
            else if (octet is >= 0x20 and < 0x7f)
                literal.Append((char)octet);
            else if (octet < 0x20 || octet is 0x7f or 0x81 or 0x8d or 0x8f or 0x90 or 0x9d)
                literal.Append('?');
            else
                literal.Append('\\').Append(Convert.ToString(octet, 8));
        }

        return literal.Append(')').ToString();
    }

    /// <summary>A string outside of pages, which may hold any character.</summary>
    public static string Unicode(string text)
    {
        var hex = new StringBuilder("<FEFF");
        foreach (char unit in text)
            hex.Append(CultureInfo.InvariantCulture, $"{(int)unit:X4}");
        return hex.Append('>').ToString();
    }
}
