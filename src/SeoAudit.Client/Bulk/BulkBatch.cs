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
        target.Queueing(this);
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

            target.Refused(this);
            throw;
        }
        catch (ArgumentException)
        {
            // Refused before anything was sent.
            target.Refused(this);
            throw;
        }

        target.Queued(this, idOf(created));
        return created;
    }

    /// <summary>Says that an earlier run's batch has been found at the service.</summary>
    public void Found(string operationId) => target.Queued(this, operationId);

    /// <summary>Says that the service has nothing of it.</summary>
    public void Refused() => target.Refused(this);

    /// <summary>Says that the service is done with it, well or not, and that every page is settled.</summary>
    public void Ended() => target.Ended(this);

    public void Succeed(BulkItem item, PageAudit audit, double? credits = null) =>
        Settle(item, PageAuditOutcome.Succeeded(item.Url, For(item, audit), item.Index) with { Credits = credits });

    /// <summary>Settles a page with an audit that nothing was spent on in this run.</summary>
    public void Reuse(BulkItem item, PageAudit audit, OutcomeOrigin origin) =>
        Settle(item, PageAuditOutcome.Succeeded(item.Url, For(item, audit), item.Index) with { Origin = origin });

    public void Fail(BulkItem item, SeoAuditException error) =>
        Settle(item, PageAuditOutcome.Failed(item.Url, error, item.Index));

    /// <summary>Fails what is not settled.</summary>
    public void FailOpen(SeoAuditException error)
    {
        foreach (BulkItem item in items)
        {
            if (item.Outcome is null)
            {
                Fail(item, error);
            }
        }
    }

    private static PageAudit For(BulkItem item, PageAudit audit) =>
        ReferenceEquals(audit.Url, item.Url) ? audit : audit with { Url = item.Url };

    private void Settle(BulkItem item, PageAuditOutcome outcome)
    {
        item.Outcome = outcome;
        target.Settle(item, outcome);
    }
}
