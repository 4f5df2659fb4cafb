using System.Text;

namespace SeoAudit.Client.Reporting.Tests.Support;

/// <summary>A second reading of RFC 4180, strict and to the letter.</summary>
internal static class Rfc4180
{
    public static List<string[]> Read(byte[] csv, char delimiter = ',')
    {
        string text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(csv);
        var rows = new List<string[]>();
        var cells = new List<string>();
        var at = 0;
        while (at < text.Length)
        {
            cells.Add(Cell(text, delimiter, ref at));
            if (at < text.Length && text[at] == delimiter)
            {
                at++;
                continue;
            }

            Assert.True(text.AsSpan(at).StartsWith("\r\n"), $"Neither a delimiter nor the end of a line at {at}.");
            at += 2;
            rows.Add([.. cells]);
            cells.Clear();
        }

        Assert.Empty(cells);
        return rows;
    }

    private static string Cell(string text, char delimiter, ref int at)
    {
        if (text[at] != '"')
        {
            int end = text.AsSpan(at).IndexOfAny($"\r\n\"{delimiter}");
            string plain = text.Substring(at, end);
            at += end;
            return plain;
        }

        var quoted = new StringBuilder();
        while (true)
        {
            int end = text.IndexOf('"', at + 1);
            quoted.Append(text, at + 1, end - at - 1);
            at = end + 1;
            if (at >= text.Length || text[at] != '"')
            {
                return quoted.ToString();
            }

            quoted.Append('"');
        }
    }
}
