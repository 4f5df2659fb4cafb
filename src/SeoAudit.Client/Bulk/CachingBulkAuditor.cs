using SeoAudit.Client.Caching;

namespace SeoAudit.Client.Bulk;

/// <summary>Takes from the cache what it has, has the rest audited, and caches what comes of it.</summary>
internal sealed class CachingBulkAuditor(IBulkAuditor inner, AuditCache cache, BulkAuditOptions options) : IBulkAuditor
{
    public AuditService Service => inner.Service;

    public bool Queues => inner.Queues;

    public int DefaultConcurrency => inner.DefaultConcurrency;

    public int BatchSize => inner.BatchSize;

    public Task AuditAsync(BulkBatch batch, CancellationToken cancellationToken) => inner.BatchSize == 1
        ? AuditPageAsync(batch, batch.Items[0], cancellationToken)
        : AuditBatchAsync(batch, cancellationToken);

    public async Task<bool> ResumeAsync(QueuedBatch queued, BulkBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            return await inner.ResumeAsync(queued, batch, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await StoreAsync(batch).ConfigureAwait(false);
        }
    }

    public void Dispose() => inner.Dispose();

    // Other runs, and single audits, may be at the same page: one of them audits it for all.
    private async Task AuditPageAsync(BulkBatch batch, BulkItem item, CancellationToken cancellationToken)
    {
        try
        {
            PageAudit audit = await cache.GetOrAuditAsync(Key(item), options.Cache, MakeAsync, cancellationToken).ConfigureAwait(false);
            if (item.Outcome is null)
            {
                batch.Reuse(item, audit, OutcomeOrigin.Cache);
            }
        }
        catch (SeoAuditException) when (item.Outcome is not null)
        {
            // Told already, here and to whoever waited for the same page.
        }

        async Task<PageAudit> MakeAsync(CancellationToken stop)
        {
            await inner.AuditAsync(batch, stop).ConfigureAwait(false);
            return item.Outcome!.Audit ?? throw item.Outcome.Error!;
        }
    }

    private async Task AuditBatchAsync(BulkBatch batch, CancellationToken cancellationToken)
    {
        if (options.Cache == CacheMode.Use)
        {
            await FindAsync(batch, cancellationToken).ConfigureAwait(false);
        }

        if (!batch.HasOpen)
        {
            return;
        }

        try
        {
            await inner.AuditAsync(batch, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await StoreAsync(batch).ConfigureAwait(false);
        }
    }

    private async Task FindAsync(BulkBatch batch, CancellationToken cancellationToken)
    {
        foreach (BulkItem item in batch.Open.ToArray())
        {
            if (await cache.FindAsync(Key(item), cancellationToken).ConfigureAwait(false) is { } audit)
            {
                batch.Reuse(item, audit, OutcomeOrigin.Cache);
            }
        }
    }

    // It is paid for: kept whatever became of the others.
    private async Task StoreAsync(BulkBatch batch)
    {
        foreach (BulkItem item in batch.Items)
        {
            if (item.Outcome is { Audit: { } audit, Origin: OutcomeOrigin.Service })
            {
                await cache.StoreAsync(Key(item), audit, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private AuditCacheKey Key(BulkItem item) => new(Service, item.Target, options.Performance, options.Accessibility);
}
