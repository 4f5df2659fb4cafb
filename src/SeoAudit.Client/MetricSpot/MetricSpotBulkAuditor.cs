using SeoAudit.Client.Bulk;

namespace SeoAudit.Client.MetricSpot;

/// <summary>Many pages through MetricSpot: queued one after the other, waited for together, each result got once.</summary>
internal sealed class MetricSpotBulkAuditor(
    IMetricSpotClient client, AuditStatusBoard board, PaidReading reading, CooldownHandling cooldown, TimeProvider time) : IBulkAuditor
{
    // The gap between any two audits of an account is a matter of seconds; what takes longer is the cooldown of the page.
    private static readonly TimeSpan LongestGap = TimeSpan.FromMinutes(1);

    // One at a time is between being sent and having its id, so that a run that dies leaves one audit at most to look for.
    private readonly SemaphoreSlim _queueing = new(1);

    private readonly LatestAudits _latest = new(client, time);

    public AuditService Service => AuditService.MetricSpot;

    public bool Queues => true;

    // As many as one answer tells the state of.
    public int DefaultConcurrency => 100;

    public int BatchSize => 1;

    public async Task AuditAsync(BulkBatch batch, CancellationToken cancellationToken)
    {
        BulkItem item = batch.Items[0];
        if (await QueueAsync(batch, item, cancellationToken).ConfigureAwait(false) is { } operation)
        {
            await FinishAsync(operation.Id, justQueued: true, batch, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<bool> ResumeAsync(QueuedBatch queued, BulkBatch batch, CancellationToken cancellationToken)
    {
        string? id = queued.OperationId;
        if (id is null)
        {
            AuditRow? row = await _latest.FindAsync(batch.Items[0].Target, cancellationToken).ConfigureAwait(false);
            if (row is null || !queued.CanBe(row.Id, row.CreatedAt))
            {
                return false;
            }

            id = row.Id;
            await batch.FoundAsync(id).ConfigureAwait(false);
        }

        try
        {
            await FinishAsync(id, justQueued: false, batch, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (SeoAuditNotFoundException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        _queueing.Dispose();
        _latest.Dispose();
    }

    private async Task<MetricSpotAuditOperation?> QueueAsync(BulkBatch batch, BulkItem item, CancellationToken cancellationToken)
    {
        await _queueing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await batch.QueueAsync(
                () => client.QueueAuditAsync(item.Target, cancellationToken), static operation => operation.Id, IsCooldown).ConfigureAwait(false);
        }
        catch (SeoAuditException exception) when (IsCooldown(exception))
        {
            // A matter of this page alone; the others need not wait.
            if (cooldown == CooldownHandling.UseLatest
                && await _latest.CompletedAsync(item.Target, cancellationToken).ConfigureAwait(false) is { } latest)
            {
                await batch.ReuseAsync(item, MetricSpotPageAuditor.ToPageAudit(item.Url, latest), OutcomeOrigin.Earlier).ConfigureAwait(false);
            }
            else
            {
                await batch.FailAsync(item, exception).ConfigureAwait(false);
            }

            return null;
        }
        finally
        {
            _queueing.Release();
        }
    }

    private async Task FinishAsync(string id, bool justQueued, BulkBatch batch, CancellationToken cancellationToken)
    {
        BulkItem item = batch.Items[0];
        MetricSpotAudit audit;
        try
        {
            audit = await board.WaitAsync(id, justQueued, cancellationToken).ConfigureAwait(false)
                ?? await reading.RunAsync(
                    () => client.GetAuditAsync(id, cancellationToken), static () => true, cancellationToken).ConfigureAwait(false);
        }
        catch (SeoAuditException exception) when (exception.OperationId is null)
        {
            exception.Facts = exception.Facts with { OperationId = id };
            throw;
        }

        try
        {
            await batch.SucceedAsync(item, MetricSpotPageAuditor.ToPageAudit(item.Url, MetricSpotAuditOperation.Completed(audit))).ConfigureAwait(false);
        }
        catch (SeoAuditException exception)
        {
            await batch.FailAsync(item, exception).ConfigureAwait(false);
        }

        await batch.EndedAsync().ConfigureAwait(false);
    }

    // A refusal of this machine's own pacing has no status, and is about all pages.
    private static bool IsCooldown(SeoAuditException exception) =>
        exception is SeoAuditRateLimitException { StatusCode: not null, RetryAfter: { } wait } && wait > LongestGap;
}
