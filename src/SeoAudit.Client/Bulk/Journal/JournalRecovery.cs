using SeoAudit.Client.Diagnostics;

namespace SeoAudit.Client.Bulk.Journal;

/// <summary>
/// Brings home what earlier runs had queued when they ended: waits for it at the service and records the outcomes, so that the run
/// finds them in the journal like all others.
/// </summary>
internal sealed class JournalRecovery(BulkJournal journal, BulkEvents events) : IBatchTarget
{
    public async Task RunAsync(IReadOnlyList<IBulkAuditor> auditors, CancellationToken cancellationToken)
    {
        JournalOperation[] open = [.. journal.OpenOperations];
        events.Recovering(open.Length);
        // Those without an id look for one that no other batch has, so they go one after the other, and first those are known that have one.
        await Task.WhenAll(open.Where(static operation => operation.Id is not null)
            .Select(operation => RecoverAsync(operation, auditors, cancellationToken))).ConfigureAwait(false);
        foreach (JournalOperation operation in open.Where(static operation => operation.Id is null))
        {
            await RecoverAsync(operation, auditors, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Queueing(BulkBatch batch)
    {
        // The earlier run has said so.
    }

    public void Held(BulkBatch batch, SeoAuditException refusal)
    {
        // Nothing is queued here.
    }

    public void Queued(BulkBatch batch, string operationId) => journal.Queued(batch, operationId);

    public void Refused(BulkBatch batch) => journal.Refused(batch);

    public void Ended(BulkBatch batch) => journal.Ended(batch);

    public void Settle(BulkItem item, PageAuditOutcome outcome) => journal.Recover(item, outcome);

    private async Task RecoverAsync(JournalOperation operation, IReadOnlyList<IBulkAuditor> auditors, CancellationToken cancellationToken)
    {
        if (auditors.FirstOrDefault(auditor => auditor.Service == operation.Service) is not { } auditor)
        {
            return;
        }

        BulkItem[] items = [.. operation.Urls
            .DistinctBy(static url => url.AbsoluteUri, StringComparer.Ordinal)
            .Where(url => !journal.IsAudited(url))
            .Select(static (url, index) => new BulkItem(url, url, index))];
        var batch = new BulkBatch(items, operation.Service, this) { Number = operation.Number };
        if (items.Length == 0)
        {
            batch.Ended();
            return;
        }

        var queued = new QueuedBatch(operation.Id, operation.QueuedAt, operation.Urls.Count, journal.IsKnownId);
        try
        {
            if (!await auditor.ResumeAsync(queued, batch, cancellationToken).ConfigureAwait(false))
            {
                batch.Refused();
            }
        }
        catch (SeoAuditException exception)
        {
            // The service still has it: the next run will look again, and nothing is bought in its place.
            events.RecoveryFailed(operation.Service, exception);
            batch.FailOpen(exception);
        }
    }
}
