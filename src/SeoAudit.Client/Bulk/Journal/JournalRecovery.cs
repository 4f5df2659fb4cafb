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

    // The earlier run has said so.
    public ValueTask QueueingAsync(BulkBatch batch) => ValueTask.CompletedTask;

    public void Held(BulkBatch batch, SeoAuditException refusal)
    {
        // Nothing is queued here.
    }

    public ValueTask QueuedAsync(BulkBatch batch, string operationId) => journal.QueuedAsync(batch, operationId);

    public ValueTask RefusedAsync(BulkBatch batch) => journal.RefusedAsync(batch);

    public ValueTask EndedAsync(BulkBatch batch) => journal.EndedAsync(batch);

    public ValueTask SettleAsync(BulkItem item, PageAuditOutcome outcome) => journal.RecoverAsync(item, outcome);

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
            await batch.EndedAsync().ConfigureAwait(false);
            return;
        }

        var queued = new QueuedBatch(operation.Id, operation.QueuedAt, operation.Urls.Count, journal.IsKnownId);
        try
        {
            if (!await auditor.ResumeAsync(queued, batch, cancellationToken).ConfigureAwait(false))
            {
                await batch.RefusedAsync().ConfigureAwait(false);
            }
        }
        catch (SeoAuditException exception)
        {
            // The service still has it: the next run will look again, and nothing is bought in its place.
            events.RecoveryFailed(operation.Service, exception);
            await batch.FailOpenAsync(exception).ConfigureAwait(false);
        }
    }
}
