using System.Buffers;
using System.Globalization;

namespace SeoAudit.Client.Reporting.Csv;

/// <summary>Keeps a spreadsheet from running text as a formula: a page's title is whatever its author likes.</summary>
internal static class FormulaGuard
{
    private const char Prefix = '\'';

    // The full-width forms are taken for the plain ones by spreadsheets in East Asian settings.
    private static readonly SearchValues<char> Starts = SearchValues.Create("=+-@\t\r＝＋－＠");

    public static string Neutralize(string text) => IsFormula(text) ? Prefix + text : text;

    private static bool IsFormula(string text)
    {
        foreach (char c in text)
        {
            if (Starts.Contains(c))
            {
                return true;
            }

            if (!IsTrimmed(c))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>What an import may take away before it looks: white space, quotes, and what cannot be seen.</summary>
    private static bool IsTrimmed(char c) => c is '"' or '\'' or '\uFFFD' or '“' or '”' or '‘' or '’' or '＂' or '＇'
        || char.IsWhiteSpace(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format;
}
