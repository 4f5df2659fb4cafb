using BulkAuditApi.Contract;
using SeoAudit.Client;

namespace BulkAuditApi.Audits;

/// <summary>Outcomes of the client in the guide's words.</summary>
internal static class GuideResults
{
    /// <param name="outcome">The outcome.</param>
    /// <param name="fallback">The moment of a result whose own is not known.</param>
    public static AuditResult ToResult(PageAuditOutcome outcome, DateTimeOffset fallback) => new()
    {
        Url = outcome.Url.AbsoluteUri,
        Score = outcome.Audit?.Score ?? 0,
        Grade = outcome.Audit is { } audit ? audit.Grade?.Value ?? string.Empty : "F",
        Checks = [.. (outcome.Audit?.Checks ?? []).Select(ToCheck)],
        Meta = outcome.Audit is { Metadata: var meta } ? ToMeta(meta) : PageMeta.None,
        Timestamp = outcome.Audit?.AuditedAt ?? fallback,
        Error = outcome.Error?.Message,
    };

    public static BulkAuditResponse ToResponse(IEnumerable<PageAuditOutcome> outcomes, DateTimeOffset fallback)
    {
        var report = new BulkAuditReportBuilder();
        var results = new List<AuditResult>();
        foreach (PageAuditOutcome outcome in outcomes)
        {
            report.Add(outcome);
            results.Add(ToResult(outcome, fallback));
        }

        BulkAuditReport sums = report.Build();
        return new BulkAuditResponse
        {
            Total = sums.Total,
            Passed = sums.Passed,
            Failed = sums.Failed,
            AverageScore = sums.AverageScore,
            Results = results,
        };
    }

    private static AuditCheck ToCheck(PageCheck check) => new(check.Name, check.Status == CheckStatus.Passed, check.Message, check.Value);

    private static PageMeta ToMeta(PageMetadata meta) => new()
    {
        Title = meta.Title,
        Description = meta.Description,
        Canonical = meta.Canonical,
        OgTitle = meta.OgTitle,
        OgDescription = meta.OgDescription,
        OgImage = meta.OgImage,
    };
}
