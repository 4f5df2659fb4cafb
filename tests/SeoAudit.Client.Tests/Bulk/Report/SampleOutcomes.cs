namespace SeoAudit.Client.Tests.Bulk.Report;

/// <summary>Outcomes made by hand.</summary>
internal static class SampleOutcomes
{
    public static Uri Page(int index) => new($"https://example.com/{index}");

    public static PageAuditOutcome Audited(double score, int index = 0, Grade? grade = null, params PageCheck[] checks) =>
        Audited(AuditService.SeoPeek, score, index, grade, checks);

    public static PageAuditOutcome Audited(AuditService service, double score, int index = 0, Grade? grade = null, params PageCheck[] checks) =>
        PageAuditOutcome.Succeeded(
            Page(index), new PageAudit { Url = Page(index), Service = service, Score = score, Grade = grade, Checks = checks }, index);

    public static PageAuditOutcome Failed(int index = 0, SeoAuditException? error = null) =>
        PageAuditOutcome.Failed(Page(index), error ?? new SeoAuditTimeoutException("late"), index);

    public static PageAuditOutcome NotAttempted(int index = 0, DateTimeOffset? retryAt = null, AuditService? service = AuditService.SeoPeek) =>
        PageAuditOutcome.NotAttempted(
            Page(index),
            new SeoAuditQuotaException("used up") { Service = service, RateLimit = retryAt is null ? null : new RateLimit { RetryAt = retryAt } },
            index);

    public static PageCheck FailedCheck(string name, string? key = null) => Check(name, CheckStatus.Failed, key);

    public static PageCheck Check(string name, CheckStatus status, string? key = null) => new() { Name = name, Key = key, Status = status };

    public static async IAsyncEnumerable<PageAuditOutcome> StreamOf(IEnumerable<PageAuditOutcome> outcomes)
    {
        foreach (PageAuditOutcome outcome in outcomes)
        {
            await Task.CompletedTask;
            yield return outcome;
        }
    }

    public static BulkAuditReport ReportOn(IEnumerable<PageAuditOutcome> outcomes, BulkReportOptions? options = null)
    {
        var builder = new BulkAuditReportBuilder(options);
        foreach (PageAuditOutcome outcome in outcomes)
        {
            builder.Add(outcome);
        }

        return builder.Build();
    }

    public static BulkAuditReport ReportOn(params PageAuditOutcome[] outcomes) => ReportOn((IEnumerable<PageAuditOutcome>)outcomes);
}
