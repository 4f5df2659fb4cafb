using SeoAudit.Client.Bulk;

namespace SeoAudit.Client.SeoPeek;

/// <summary>Many pages through SEOPeek: one request a page.</summary>
internal sealed class SeoPeekBulkAuditor(ISeoPeekClient client) : IBulkAuditor
{
    public AuditService Service => AuditService.SeoPeek;

    public bool Queues => false;

    // What the service's guide has in flight.
    public int DefaultConcurrency => 5;

    public int BatchSize => 1;

    public async Task AuditAsync(BulkBatch batch, CancellationToken cancellationToken)
    {
        BulkItem item = batch.Items[0];
        SeoPeekAudit audit = await client.AuditAsync(item.Target, cancellationToken).ConfigureAwait(false);
        await batch.SucceedAsync(item, SeoPeekPageAuditor.ToPageAudit(item.Url, audit)).ConfigureAwait(false);
    }

    public Task<bool> ResumeAsync(QueuedBatch queued, BulkBatch batch, CancellationToken cancellationToken) =>
        throw new NotSupportedException("SEOPeek queues nothing.");

    public void Dispose()
    {
        // It holds nothing.
    }
}
