using SeoAudit.Client.Reporting.Html.Summary;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Html.Support;

/// <summary>What a gate and a comparison say, made by hand.</summary>
internal static class SampleSummaries
{
    public static QualityGateResult FailedGate(params GateViolation[] violations) => new()
    {
        Rules = ["MinAverageScore", "MaxFailedPages", "MaxLcp", "RequiredChecks"],
        Violations = violations.Length > 0 ? violations :
        [
            new() { Rule = "MinAverageScore", Message = "The average score is 68.2 and must be 70 or more.", Allowed = 70, Actual = 68.2 },
            new()
            {
                Rule = "RequiredChecks[canonical]",
                Message = "14 pages fail a check that none may fail.",
                Pages = [.. Enumerable.Range(1, 12).Select(static page => new Uri($"https://shop.example/sale/{page}"))],
                PageCount = 14,
            },
        ],
    };

    public static AuditComparison Comparison() => new()
    {
        AverageBefore = 74.1,
        AverageAfter = 71.9,
        AverageDelta = -2.2,
        Unchanged = 121,
        Better = [.. Audited.Where(static page => page.Index % 9 == 0).Select(static page => Change(page, -6)).OrderByDescending(static change => change.ScoreDelta)],
        Worse = [.. Audited.Where(static page => page.Index % 7 == 1).Select(static page => Change(page, page.Index % 11)).OrderBy(static change => change.ScoreDelta)],
        NewPages = [Page("https://shop.example/journal/winter-lookbook", 88), Page("https://shop.example/stores/turku", 73)],
        GonePages = [Page("https://shop.example/journal/summer-lookbook", 81)],
        NewlyFailing = [new CheckChange { Check = new CheckId(AuditService.Seogent, "image_alt") { Name = "Images have alternative text" }, Pages = 17 }],
        NewlyPassing = [new CheckChange { Check = new CheckId(AuditService.Seogent, "https") { Name = "HTTPS" }, Pages = 3 }],
    };

    private static IEnumerable<PageAuditOutcome> Audited => SampleRun.Of(200).Where(static page => page.IsSuccess);

    private static PageChange Change(PageAuditOutcome page, double before) =>
        Change(page.Url.AbsoluteUri, page.Audit!.Score + 1 + before, page.Audit.Score);

    public static PageChange Change(string url, double before, double after) =>
        new() { Before = Page(url, before), After = Page(url, after), ScoreDelta = after - before };

    public static PageSnapshot Page(string url, double score) =>
        new() { Url = new Uri(url), Status = OutcomeStatus.Audited, Service = AuditService.Seogent, Score = score };

    public static RunSummary Empty(string title = "SEO audit") => new() { Title = title, MadeAt = Outcomes.AuditedAt, Report = new BulkAuditReport() };
}
