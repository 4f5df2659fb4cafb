using System.Runtime.ExceptionServices;
using SeoAudit.Client.Caching;

namespace SeoAudit.Client.Bulk;

/// <summary>Takes from the cache what it has, has the rest audited, and caches what comes of it.</summary>
internal sealed class CachingBulkAuditor(IBulkAuditor inner, AuditCache cache, BulkAuditOptions options) : IBulkAuditor
{
    private readonly RunFlights _flights = new(inner);

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

    public void Dispose() => _flights.Close();

    // Other runs, and single audits, may be at the same page: one of them audits it for all.
    private async Task AuditPageAsync(BulkBatch batch, BulkItem item, CancellationToken cancellationToken)
    {
        ExceptionDispatchInfo? fault = null;
        try
        {
            PageAudit audit = await cache.GetOrAuditAsync(Key(item), options.Cache, MakeAsync, cancellationToken).ConfigureAwait(false);
            if (item.Outcome is null)
            {
                await batch.ReuseAsync(item, audit, OutcomeOrigin.Cache).ConfigureAwait(false);
            }
        }
        catch (SeoAuditException) when (item.Outcome is not null)
        {
            // Told already, here and to whoever waited for the same page.
        }
        catch (RunFaultException exception)
        {
            fault = ExceptionDispatchInfo.Capture(exception.InnerException!);
        }

        fault?.Throw();

        async Task<PageAudit> MakeAsync(CancellationToken stop)
        {
            try
            {
                await _flights.RunAsync(token => inner.AuditAsync(batch, token), stop).ConfigureAwait(false);
            }
            catch (Exception exception) when (item.Outcome is not null)
            {
                // The run cannot take what has become of the page; others who wait can.
                fault = ExceptionDispatchInfo.Capture(exception);
            }
            catch (Exception exception) when (exception is SeoAuditJournalException or not SeoAuditException)
            {
                throw new RunFaultException(exception);
            }

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
        BulkItem[] items = [.. batch.Open];
        PageAudit?[] found = await Task.WhenAll(items.Select(item => cache.FindAsync(Key(item), cancellationToken).AsTask())).ConfigureAwait(false);
        for (var index = 0; index < items.Length; index++)
        {
            if (found[index] is { } audit)
            {
                await batch.ReuseAsync(items[index], audit, OutcomeOrigin.Cache).ConfigureAwait(false);
            }
        }
    }

    // It is paid for: kept whatever became of the others.
    private Task StoreAsync(BulkBatch batch) => Task.WhenAll(batch.Items.Select(item =>
        item.Outcome is { Audit: { } audit, Origin: OutcomeOrigin.Service }
            ? cache.StoreAsync(Key(item), audit, CancellationToken.None).AsTask()
            : Task.CompletedTask));

    private AuditCacheKey Key(BulkItem item) => new(Service, item.Target, options.Performance, options.Accessibility);
}
