namespace SeoAudit.Client.Bulk.Lanes;

/// <summary>One service's part in a run: so many batches at once, behind one gate.</summary>
internal sealed class ServiceLane(IBulkAuditor auditor, IItemSource source, ServiceGate gate, ILaneExit exit)
{
    public AuditService Service => auditor.Service;

    public bool Queues => auditor.Queues;

    public DateTimeOffset? PausedUntil => gate.PausedUntil;

    /// <summary>Works until there are no more pages; never throws.</summary>
    public Task RunAsync(int concurrency, CancellationToken stop)
    {
        var workers = new Task[concurrency];
        for (var worker = 0; worker < concurrency; worker++)
        {
            // An input that blocks must not keep the reader from outcomes that are there.
            workers[worker] = Task.Run(() => WorkAsync(stop), CancellationToken.None);
        }

        return Task.WhenAll(workers);
    }

    /// <summary>Something is about to be queued, perhaps long after it got through the gate.</summary>
    /// <exception cref="SeoAuditException">The service has refused another since.</exception>
    public void Queueing(BulkBatch batch) => gate.ThrowIfHeld(batch.Ticket);

    /// <summary>The service would not take another batch either.</summary>
    public void Held(BulkBatch batch, SeoAuditException refusal) => gate.Refused(batch.Ticket, refusal);

    /// <summary>The service has queued something, and so deals with pages.</summary>
    public void Queued(BulkBatch batch) => gate.Answered(batch.Ticket);

    private async Task WorkAsync(CancellationToken stop)
    {
        IReadOnlyList<BulkItem> items = [];
        try
        {
            while (true)
            {
                items = await source.TakeAsync(auditor.BatchSize, stop).ConfigureAwait(false);
                if (items.Count == 0)
                {
                    return;
                }

                await ProcessAsync(new BulkBatch(items, Service, exit), stop).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            exit.Break(items, stop.IsCancellationRequested ? null : exception);
        }
    }

    private async Task ProcessAsync(BulkBatch batch, CancellationToken stop)
    {
        while ((batch.Ticket = await gate.EnterAsync(stop).ConfigureAwait(false)) != ServiceGate.Closed)
        {
            try
            {
                await auditor.AuditAsync(batch, stop).ConfigureAwait(false);
                gate.Answered(batch.Ticket);
                await FailForgottenAsync(batch).ConfigureAwait(false);
                return;
            }
            catch (SeoAuditException exception) when (Refusal.IsRefusal(exception))
            {
                if (!gate.Refused(batch.Ticket, exception))
                {
                    break;
                }
            }
            catch (SeoAuditException exception)
            {
                gate.Answered(batch.Ticket);
                await exit.FailAsync(batch, exception).ConfigureAwait(false);
                return;
            }
            catch (ArgumentException exception)
            {
                gate.Left(batch.Ticket);
                await batch.FailOpenAsync(BadUrl.Error(exception, Service)).ConfigureAwait(false);
                return;
            }
            catch
            {
                gate.Left(batch.Ticket);
                throw;
            }
        }

        exit.Close(batch, gate.ClosedBecause!);
    }

    // A page without an outcome would keep the reader waiting for ever.
    private ValueTask FailForgottenAsync(BulkBatch batch) => batch.HasOpen
        ? batch.FailOpenAsync(new SeoAuditResponseException("The service gave no result for this page.") { Service = Service })
        : ValueTask.CompletedTask;
}
