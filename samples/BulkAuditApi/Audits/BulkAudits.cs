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
        var outcomes = new Dictionary<Uri, PageAuditOutcome>();
        var options = new BulkAuditOptions { MaxConcurrency = request.Concurrency };

        // The client knows more spellings of one address than Uri does and answers once for all of them; the others' turn comes
        // in the next round, from the cache.
        while (pages.Where(page => !outcomes.ContainsKey(page)).Distinct().ToList() is { Count: > 0 } left)
        {
            await foreach (PageAuditOutcome outcome in seo.AuditPagesAsync(left, options, cancellationToken))
            {
                outcomes[outcome.Url] = outcome;
            }
        }

        return [.. pages.Select(page => outcomes[page])];
    }
}
