namespace SeoAudit.Client.Jobs;

/// <summary>A view of a job in this process.</summary>
internal sealed class LocalBulkAuditJob(Job job, JobBoard board) : BulkAuditJob(job.State, Polling, board.Time)
{
    // Whoever waits is told of the end; in between, a look costs nothing.
    private static readonly PollingOptions Polling = new()
    {
        Interval = TimeSpan.FromSeconds(1),
        MaxInterval = TimeSpan.FromSeconds(5),
        Timeout = TimeSpan.FromDays(7),
    };

    public override Task CancelAsync(CancellationToken cancellationToken = default) => board.CancelAsync(job, cancellationToken);

    protected override Task<BulkAuditJobState> ReadStateAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        OutcomeReader.ThrowIfGone(job);
        return Task.FromResult(job.State);
    }

    protected override IAsyncEnumerable<PageAuditOutcome> ReadOutcomesAsync(int from, CancellationToken cancellationToken) =>
        OutcomeReader.ReadAsync(job, from, cancellationToken);

    protected override async Task<BulkAuditReport> ReadReportAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (job.Report is { } known)
        {
            return known;
        }

        BulkAuditReport report = await OutcomeReader.ReadAsync(job, from: 0, cancellationToken)
            .ToReportAsync(job.Options.Report, cancellationToken).ConfigureAwait(false);
        report = report with { Duration = job.Record is { StartedAt: { } started, EndedAt: { } ended } ? ended - started : TimeSpan.Zero };
        if (!job.Options.Report.KeepOutcomes)
        {
            job.Report = report;
        }

        return report;
    }

    protected override async Task PauseAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        Task change = job.StatusChanged.Next;
        if (job.Record.Status.IsFinal)
        {
            return;
        }

        OutcomeReader.ThrowIfOver(job);
        if (delay > TimeSpan.Zero)
        {
            await ((Task)change.WaitAsync(delay, board.Time, cancellationToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
