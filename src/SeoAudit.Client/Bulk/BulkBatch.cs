using SeoAudit.Client.Bulk.Lanes;

namespace SeoAudit.Client.Bulk;

/// <summary>Pages that go to a service together.</summary>
internal sealed class BulkBatch(IReadOnlyList<BulkItem> items, AuditService service, IBatchTarget target)
{
    public IReadOnlyList<BulkItem> Items => items;

    public AuditService Service => service;

    /// <summary>The pages whose outcome is not known yet.</summary>
    public IEnumerable<BulkItem> Open => items.Where(static item => item.Outcome is null);

    /// <summary>Whether there are such pages.</summary>
    public bool HasOpen
    {
        get
        {
            foreach (BulkItem item in items)
            {
                if (item.Outcome is null)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Its number in the journal; 0 where it is in none.</summary>
    public int Number { get; set; }

    /// <summary>What the service's gate let it through with.</summary>
    public int Ticket { get; set; }

    /// <summary>How many pages were queued at the service.</summary>
    public int QueuedCount { get; private set; }

    /// <summary>Queues what is open of it at the service, so that neither the attempt nor the id can be forgotten.</summary>
    /// <param name="create">Sends the request.</param>
    /// <param name="idOf">Reads the id.</param>
    /// <param name="isOwnMatter">Whether a refusal is about these pages alone; null where none is.</param>
    public async Task<T> QueueAsync<T>(Func<Task<T>> create, Func<T, string> idOf, Func<SeoAuditException, bool>? isOwnMatter = null)
    {
        QueuedCount = Open.Count();
        await target.QueueingAsync(this).ConfigureAwait(false);
        T created;
        try
        {
            created = await create().ConfigureAwait(false);
        }
        catch (SeoAuditException exception) when (Refusal.IsCertain(exception))
        {
            if (Refusal.IsRefusal(exception) && isOwnMatter?.Invoke(exception) is not true)
            {
                target.Held(this, exception);
            }

            await target.RefusedAsync(this).ConfigureAwait(false);
            throw;
        }
        catch (ArgumentException)
        {
            // Refused before anything was sent.
            await target.RefusedAsync(this).ConfigureAwait(false);
            throw;
        }

        await target.QueuedAsync(this, idOf(created)).ConfigureAwait(false);
        return created;
    }

    /// <summary>Says that an earlier run's batch has been found at the service.</summary>
    public ValueTask FoundAsync(string operationId) => target.QueuedAsync(this, operationId);

    /// <summary>Says that the service has nothing of it.</summary>
    public ValueTask RefusedAsync() => target.RefusedAsync(this);

    /// <summary>Says that the service is done with it, well or not, and that every page is settled.</summary>
    public ValueTask EndedAsync() => target.EndedAsync(this);

    public ValueTask SucceedAsync(BulkItem item, PageAudit audit, double? credits = null) =>
        SettleAsync(item, PageAuditOutcome.Succeeded(item.Url, For(item, audit), item.Index) with { Credits = credits });

    /// <summary>Settles a page with an audit that nothing was spent on in this run.</summary>
    public ValueTask ReuseAsync(BulkItem item, PageAudit audit, OutcomeOrigin origin) =>
        SettleAsync(item, PageAuditOutcome.Succeeded(item.Url, For(item, audit), item.Index) with { Origin = origin });

    public ValueTask FailAsync(BulkItem item, SeoAuditException error) =>
        SettleAsync(item, PageAuditOutcome.Failed(item.Url, error, item.Index));

    /// <summary>Fails what is not settled.</summary>
    public async ValueTask FailOpenAsync(SeoAuditException error)
    {
        foreach (BulkItem item in items)
        {
            if (item.Outcome is null)
            {
                await FailAsync(item, error).ConfigureAwait(false);
            }
        }
    }

    private static PageAudit For(BulkItem item, PageAudit audit) =>
        ReferenceEquals(audit.Url, item.Url) ? audit : audit with { Url = item.Url };

    private ValueTask SettleAsync(BulkItem item, PageAuditOutcome outcome)
    {
        item.Outcome = outcome;
        return target.SettleAsync(item, outcome);
    }
}
