using SeoAudit.Emulator.Auditing;
using SeoAudit.Emulator.Seogent.Wire;

namespace SeoAudit.Emulator.Seogent;

/// <summary>A page of a scan.</summary>
/// <param name="Ordinal">Its place in the order of analysis; what keeps pages with equal scores in order.</param>
/// <param name="Wire">The page as the results list it.</param>
/// <param name="Issues">The failed checks by key, with the text the results list them under.</param>
/// <param name="LoadTime">Time to the last byte, as measured.</param>
internal sealed record ScannedPage(
    int Ordinal, SeogentPage Wire, IReadOnlyList<(string Key, string Text)> Issues, TimeSpan LoadTime)
{
    public static ScannedPage From(
        int ordinal, PageAnalysis analysis, CheckResult? linkCheck, ScanRequest request, DateTimeOffset now)
    {
        IReadOnlyList<CheckResult> checks = linkCheck is null ? analysis.Checks : [.. analysis.Checks, linkCheck];
        int score = linkCheck is null ? analysis.Score : ScoreOf(checks);
        (string Key, string Text)[] failed =
        [
            .. checks.Where(check => check.Outcome == CheckOutcome.Failed).Select(check => (check.Key, Headline(check.Message))),
        ];
        var page = new SeogentPage(
            analysis.RequestedUrl.AbsoluteUri,
            score,
            GradeOf(score),
            checks.Count,
            [.. failed.Select(issue => issue.Text)],
            [.. checks.Where(check => check.Outcome == CheckOutcome.Warning).Select(check => Headline(check.Message))],
            [.. checks.Select(check => WireCheck(check, check.Weight))],
            new SeogentMetadata(analysis.Metadata.Title, analysis.Metadata.Description, analysis.Metadata.Canonical),
            request.PerformanceScan ? PerformanceOf(analysis) : null,
            request.AccessibilityScan ? AccessibilityReport.Of(analysis.AccessibilityViolations) : null,
            SeogentTime.Text(now));
        return new ScannedPage(ordinal, page, failed, analysis.LoadTime);
    }

    public static SeogentCheck WireCheck(CheckResult check, int? weight) => new(
        check.Name,
        check.Key,
        check.Outcome switch { CheckOutcome.Passed => "passed", CheckOutcome.Warning => "warning", _ => "failed" },
        check.Message,
        check.Category,
        weight);

    private static int ScoreOf(IReadOnlyList<CheckResult> checks)
    {
        double total = checks.Sum(check => check.Weight);
        double passed = checks.Sum(check =>
            check.Outcome switch { CheckOutcome.Passed => 1, CheckOutcome.Warning => 0.5, _ => 0 } * check.Weight);
        return total == 0 ? 0 : (int)Math.Round(100 * passed / total, MidpointRounding.AwayFromZero);
    }

    // Where D ends and F begins is not documented.
    private static string GradeOf(int score) => score switch
    {
        >= 90 => "A",
        >= 70 => "B",
        >= 50 => "C",
        >= 30 => "D",
        _ => "F",
    };

    // Nothing renders the page here, so of all metrics only the time to the first byte is known.
    private static SeogentPerformance PerformanceOf(PageAnalysis analysis) => new(
        Score: null, Lcp: null, Fcp: null, Cls: null, Fid: null, Inp: null,
        Ttfb: Math.Round(analysis.TimeToFirstByte.TotalSeconds, 3), Tbt: null);

    private static string Headline(string message)
    {
        int end = message.IndexOf(". ", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.');
    }
}
