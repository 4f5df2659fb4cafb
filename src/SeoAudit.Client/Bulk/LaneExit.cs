using SeoAudit.Client.Bulk.Journal;
using SeoAudit.Client.Bulk.Lanes;

namespace SeoAudit.Client.Bulk;

/// <summary>Where the pages of one lane go: to the journal and the reader, or to the next lane.</summary>
internal sealed class LaneExit(OutcomeQueue output, BulkJournal? journal, Action<Exception> breakOff) : ILaneExit
{
    private int _isClosed;

    /// <summary>The lane that takes what this one cannot; null at the last.</summary>
    public OverflowSource? Next { get; init; }

    /// <summary>How many more pages can be on their way once the next lane has the work.</summary>
    public int NextPlaces { get; init; }

    /// <summary>The lane itself.</summary>
    public ServiceLane Lane { get; set; } = null!;

    public ValueTask QueueingAsync(BulkBatch batch)
    {
        Lane.Queueing(batch);
        return journal?.QueueingAsync(batch) ?? ValueTask.CompletedTask;
    }

    public ValueTask QueuedAsync(BulkBatch batch, string operationId)
    {
        Lane.Queued(batch);
        return journal is null ? ValueTask.CompletedTask : NoteAsync(() => journal.QueuedAsync(batch, operationId));
    }

    public void Held(BulkBatch batch, SeoAuditException refusal) => Lane.Held(batch, refusal);

    public ValueTask RefusedAsync(BulkBatch batch) => journal is null ? ValueTask.CompletedTask : NoteAsync(() => journal.RefusedAsync(batch));

    public ValueTask EndedAsync(BulkBatch batch) => journal is null ? ValueTask.CompletedTask : NoteAsync(() => journal.EndedAsync(batch));

    public ValueTask SettleAsync(BulkItem item, PageAuditOutcome outcome)
    {
        if (journal is not null)
        {
            return RecordAsync(journal, item, outcome);
        }

        output.Write(item, outcome);
        return ValueTask.CompletedTask;
    }

    public async ValueTask FailAsync(BulkBatch batch, SeoAuditException exception)
    {
        if (exception is SeoAuditJournalException)
        {
            breakOff(exception);
        }

        if (Next is not null && Refusal.IsOutage(exception, Lane.Queues))
        {
            HandOver(batch);
        }
        else
        {
            await batch.FailOpenAsync(exception).ConfigureAwait(false);
        }
    }

    public void Close(BulkBatch batch, SeoAuditException reason)
    {
        if (Next is not null)
        {
            if (Interlocked.Exchange(ref _isClosed, 1) == 0)
            {
                output.Widen(NextPlaces);
            }

            HandOver(batch);
            return;
        }

        foreach (BulkItem item in batch.Open)
        {
            // Nothing was obtained or spent, so the journal need not know.
            item.Outcome = PageAuditOutcome.NotAttempted(item.Url, reason, item.Index);
            output.Write(item, item.Outcome);
        }
    }

    public void Break(IReadOnlyList<BulkItem> items, Exception? fault)
    {
        if (fault is not null)
        {
            breakOff(fault);
        }

        foreach (BulkItem item in items)
        {
            OutcomeQueue.Abandon(item);
        }
    }

    private void HandOver(BulkBatch batch)
    {
        foreach (BulkItem item in batch.Open)
        {
            Next!.Add(item);
        }
    }

    private async ValueTask RecordAsync(BulkJournal to, BulkItem item, PageAuditOutcome outcome)
    {
        await NoteAsync(async () => outcome = outcome with { JournalPlace = await to.RecordAsync(item, outcome).ConfigureAwait(false) }).ConfigureAwait(false);
        output.Write(item, outcome);
    }

    // What is known must not be lost because it cannot be written down.
    private async ValueTask NoteAsync(Func<ValueTask> note)
    {
        try
        {
            await note().ConfigureAwait(false);
        }
        catch (SeoAuditJournalException exception)
        {
            breakOff(exception);
        }
        catch (ObjectDisposedException)
        {
            // The run has been left, and its journal closed; whoever waits for the same page elsewhere still gets what comes of it.
        }
    }
}
