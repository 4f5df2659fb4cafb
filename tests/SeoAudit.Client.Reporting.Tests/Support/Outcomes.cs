namespace SeoAudit.Client.Reporting.Tests.Support;

/// <summary>Outcomes of every kind.</summary>
internal static class Outcomes
{
    public static readonly DateTimeOffset AuditedAt = new(2026, 11, 2, 8, 30, 0, TimeSpan.Zero);

    public static PageAuditOutcome Audited(string url, double score, int index = 0, params PageCheck[] checks) => Of(
        new PageAudit
        {
            Url = new Uri(url),
            Service = AuditService.SeoPeek,
            Score = score,
            Grade = score >= 90 ? Grade.A : score >= 70 ? Grade.B : score >= 50 ? Grade.C : Grade.F,
            Checks = checks,
            Metadata = new PageMetadata { Title = $"Page {index}", Description = "About it" },
            AuditedAt = AuditedAt,
        },
        index);

    public static PageAuditOutcome Of(PageAudit audit, int index = 0) => PageAuditOutcome.Succeeded(audit.Url, audit, index);

    public static PageAuditOutcome Failed(string url, string message = "The service answered 503.", int index = 0) =>
        PageAuditOutcome.Failed(new Uri(url), new SeoAuditException(message) { Service = AuditService.SeoPeek, IsTransient = true }, index);

    public static PageAuditOutcome NotAttempted(string url, DateTimeOffset retryAt, int index = 0) => PageAuditOutcome.NotAttempted(
        new Uri(url),
        new SeoAuditQuotaException("The day's audits are used up.") { Service = AuditService.SeoPeek, RateLimit = new RateLimit { RetryAt = retryAt } },
        index);

    public static PageCheck Passes(string name) => new() { Name = name, Status = CheckStatus.Passed, Message = $"{name} is fine." };

    public static PageCheck Fails(string name, string? severity = null) =>
        new() { Name = name, Status = CheckStatus.Failed, Message = $"{name} is missing.", Severity = severity };

    public static async IAsyncEnumerable<PageAuditOutcome> Stream(params PageAuditOutcome[] outcomes)
    {
        foreach (PageAuditOutcome outcome in outcomes)
        {
            await Task.Yield();
            yield return outcome;
        }
    }
}
