using SeoAudit.Emulator.Auditing;
using SeoAudit.Emulator.Seogent.Wire;

namespace SeoAudit.Emulator.Seogent;

/// <summary>Words accessibility violations as SEOgent does.</summary>
internal static class AccessibilityReport
{
    public static SeogentAccessibility Of(IReadOnlyList<AccessibilityViolation> violations) => new(
        Math.Max(0, 100 - violations.Sum(violation => Cost(violation.Impact))),
        [.. violations.Select(Wire)]);

    public static SeogentAccessibilitySummary Summary(IReadOnlyCollection<ScannedPage> pages)
    {
        SeogentAccessibility[] reports = [.. pages.Select(page => page.Wire.Accessibility).OfType<SeogentAccessibility>()];
        return new SeogentAccessibilitySummary(
            reports.Length,
            reports.Length == 0 ? null : (int)Math.Round(reports.Average(report => report.Score), MidpointRounding.AwayFromZero),
            reports.Sum(report => report.Violations.Count),
            reports
                .SelectMany(report => report.Violations)
                .GroupBy(violation => violation.Impact, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal));
    }

    private static SeogentViolation Wire(AccessibilityViolation violation) => new(
        violation.Id,
        violation.Impact,
        violation.Help,
        violation.HelpUrl.AbsoluteUri,
        violation.WcagTags,
        [.. violation.Nodes.Select(node => new SeogentNode(node.Target, node.Html, node.FailureSummary))]);

    private static int Cost(string impact) => impact switch
    {
        "critical" => 25,
        "serious" => 15,
        "moderate" => 8,
        _ => 3,
    };
}
