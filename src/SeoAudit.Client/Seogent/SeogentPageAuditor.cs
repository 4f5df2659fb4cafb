using SeoAudit.Client.Bulk;
using SeoAudit.Client.Operations;
using SeoAudit.Client.Pages;

namespace SeoAudit.Client.Seogent;

internal sealed class SeogentPageAuditor(
    ISeogentClient client, ISeogentClient bulkClient, Func<SeogentOptions> settings, TimeProvider time) : IPageAuditor
{
    public AuditService Service => AuditService.Seogent;

    public async Task<PageAudit> AuditAsync(Uri url, PageAuditOptions options, CancellationToken cancellationToken)
    {
        ScanRequest request = ScanRequest.ForUrls(url) with
        {
            PerformanceScan = options.Performance,
            AccessibilityScan = options.Accessibility,
        };
        WaitPlan.Create(options.Wait, settings().Polling);
        ScanOperation scan = await client.StartScanAsync(request, cancellationToken).ConfigureAwait(false);
        ScanReport report = await scan.WaitForCompletionAsync(options.Wait, cancellationToken).ConfigureAwait(false);
        try
        {
            await foreach (ScannedPage page in report.Pages.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                return ToPageAudit(url, page);
            }
        }
        catch (SeoAuditException exception) when (exception.OperationId is null)
        {
            exception.Facts = exception.Facts with { OperationId = scan.Id };
            throw;
        }

        throw new AuditFailedException($"Scan '{scan.Id}' completed without a result for the page.")
        {
            Service = AuditService.Seogent,
            OperationId = scan.Id,
            Status = scan.Status?.Value,
            Result = report,
        };
    }

    public IBulkAuditor ForBulk(BulkAuditOptions options)
    {
        WaitPlan plan = WaitPlan.Create(options.Wait, settings().Polling);
        return new SeogentBulkAuditor(bulkClient, options, new PaidReading(plan.Timeout, time));
    }

    internal static PageAudit ToPageAudit(Uri url, ScannedPage page) => new()
    {
        Url = url,
        Service = AuditService.Seogent,
        Score = page.Score,
        Grade = page.Grade,
        Checks = page.AllChecks.MapAll(ToPageCheck),
        Metadata = new PageMetadata
        {
            Title = page.Metadata.Title,
            Description = page.Metadata.Description,
            Canonical = page.Metadata.Canonical,
        },
        CoreWebVitals = page.Performance?.CoreWebVitals,
        AuditedAt = page.AnalyzedAt,
        Source = page,
    };

    private static PageCheck ToPageCheck(SeogentCheck check) => new()
    {
        Key = check.Key,
        Name = check.Name,
        Status = check.Status,
        Message = check.Message,
        Category = check.Category.Value,
        Weight = check.Weight,
    };
}
