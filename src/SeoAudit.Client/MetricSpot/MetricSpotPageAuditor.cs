using SeoAudit.Client.Bulk;
using SeoAudit.Client.Operations;
using SeoAudit.Client.Pages;

namespace SeoAudit.Client.MetricSpot;

internal sealed class MetricSpotPageAuditor(
    IMetricSpotClient client, IMetricSpotClient bulkClient, Func<MetricSpotOptions> settings, TimeProvider time) : IPageAuditor
{
    public AuditService Service => AuditService.MetricSpot;

    public async Task<PageAudit> AuditAsync(Uri url, PageAuditOptions options, CancellationToken cancellationToken)
    {
        WaitPlan.Create(options.Wait, settings().Polling);
        MetricSpotAuditOperation operation = await client.QueueAuditAsync(url, cancellationToken).ConfigureAwait(false);
        MetricSpotAudit audit = await operation.WaitForCompletionAsync(options.Wait, cancellationToken).ConfigureAwait(false);
        return ToPageAudit(url, audit);
    }

    public IBulkAuditor ForBulk(BulkAuditOptions options)
    {
        WaitPlan plan = WaitPlan.Create(options.Wait, settings().Polling);
        return new MetricSpotBulkAuditor(
            bulkClient, new AuditStatusBoard(bulkClient, plan, time), new PaidReading(plan.Timeout, time), options.Cooldown, time);
    }

    internal static PageAudit ToPageAudit(Uri url, MetricSpotAudit audit) => new()
    {
        Url = url,
        Service = AuditService.MetricSpot,
        Score = audit.Score ?? throw new SeoAuditResponseException($"MetricSpot completed audit '{audit.Id}' without a score.")
        {
            Service = AuditService.MetricSpot,
            OperationId = audit.Id,
        },
        Checks = audit.Findings.MapAll(ToPageCheck),
        AuditedAt = audit.CreatedAt,
        Source = audit,
    };

    private static PageCheck ToPageCheck(Finding finding) => new()
    {
        Key = finding.RuleId,
        Name = finding.Title,
        Status = finding.Passed ? CheckStatus.Passed : CheckStatus.Failed,
        Message = finding.Recommendation ?? string.Empty,
        Category = finding.Module,
        Severity = finding.Severity.Value,
    };
}
