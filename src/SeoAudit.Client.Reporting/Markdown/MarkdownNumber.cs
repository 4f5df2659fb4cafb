using System.Globalization;
using SeoAudit.Client.Reporting.Comparison;

namespace SeoAudit.Client.Reporting.Markdown;

internal static class MarkdownNumber
{
    public static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>A score to one decimal.</summary>
    public static string Score(double? score) => score is { } value ? Tenths.Round(value).ToString("0.#", CultureInfo.InvariantCulture) : MarkdownText.None;

    /// <summary>A change of a score with its sign.</summary>
    public static string Change(double? change) => change > 0 ? "+" + Score(change) : Score(change);
}
