using System.Globalization;
using SeoAudit.Emulator.Auditing;
using SeoAudit.Emulator.SeoPeek.Wire;

namespace SeoAudit.Emulator.SeoPeek;

/// <summary>Words an analysis as SEOPeek does.</summary>
internal static class SeoPeekReport
{
    public static SeoPeekAudit From(PageAnalysis analysis, DateTimeOffset now)
    {
        SeoPeekCheck[] checks =
        [
            .. analysis.Checks.Select(check =>
                new SeoPeekCheck(check.Name, check.Outcome == CheckOutcome.Passed, check.Message, check.Value)),
        ];
        int passed = checks.Count(check => check.Passed);
        PageMetadata meta = analysis.Metadata;
        return new SeoPeekAudit(
            analysis.RequestedUrl.AbsoluteUri,
            analysis.Score,
            Grade(analysis.Score),
            checks,
            new SeoPeekMeta(meta.Title, meta.Description, meta.Canonical, meta.OgTitle, meta.OgDescription, meta.OgImage),
            new SeoPeekSummary(checks.Length, passed, checks.Length - passed),
            now.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
    }

    // The bands are not documented; a page that the guide calls passed (70) gets at least a C.
    private static string Grade(int score) => score switch
    {
        >= 90 => "A",
        >= 80 => "B",
        >= 70 => "C",
        >= 60 => "D",
        _ => "F",
    };
}
