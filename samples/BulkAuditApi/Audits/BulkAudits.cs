using BulkAuditApi.Contract;
using SeoAudit.Client;

namespace BulkAuditApi.Audits;

/// <summary>Audits while the caller waits.</summary>
internal sealed class BulkAudits(ISeoAuditClient seo)
{
    /// <summary>One outcome for every URL of the request, in its order: one that comes twice is audited once and answered twice.</summary>
    public async Task<IReadOnlyList<PageAuditOutcome>> RunAsync(BulkAuditRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<Uri> pages = request.Pages();

        // Uri holds addresses for equal that are not one page, and others for different that are; the client's key does not.
        var outcomes = new Dictionary<string, PageAuditOutcome>(StringComparer.Ordinal);
        var options = new BulkAuditOptions { MaxConcurrency = request.Concurrency };
        await foreach (PageAuditOutcome outcome in seo.AuditPagesAsync(pages, options, cancellationToken))
        {
            outcomes[BulkAuditJobSerializer.KeyOf(outcome.Url)] = outcome;
        }

        // Each under the address by which it was asked for.
        return [.. pages.Select(page => outcomes[BulkAuditJobSerializer.KeyOf(page)] with { Url = page })];
    }
}
