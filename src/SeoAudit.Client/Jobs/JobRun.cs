using SeoAudit.Client.Diagnostics;

namespace SeoAudit.Client.Jobs;

/// <summary>Works on one job until it ends, is put off or the process stops.</summary>
internal sealed class JobRun(Job job, ISeoAuditClient client, TimeProvider time)
{
    private DateTimeOffset? _pausedUntil;
    private DateTimeOffset? _resumeAt;

    /// <summary>How it ended.</summary>
    /// <param name="IsComplete">Whether every URL has its outcome.</param>
    /// <param name="GoesOnAt">When it goes on, where it waits for a quota.</param>
    /// <param name="ResumeAt">When the pages that were not attempted may be tried again.</param>
    public readonly record struct End(bool IsComplete, DateTimeOffset? GoesOnAt, DateTimeOffset? ResumeAt);

    /// <param name="stop">Leaves all that is in flight; otherwise the job's <see cref="Job.Drain"/> finishes it.</param>
    public async Task<End> RunAsync(CancellationToken stop)
    {
        JobRecord record = job.Record;
        using OutcomeLog log = await Task.Run(() => OutcomeLog.Open(job.Paths, record.Total + record.Duplicates, stop), stop).ConfigureAwait(false);
        job.Set(log.Counts);
        if (log.Counts.Completed < record.Total && !IsOver(record))
        {
            await AuditAsync(log, record, stop).ConfigureAwait(false);
        }

        return new End(log.Counts.Completed >= record.Total, _resumeAt, log.ResumeAt);
    }

    // What was cancelled before anything was bought has nothing to bring home.
    private bool IsOver(JobRecord record) => record.IsCancelling && new FileInfo(job.Paths.Journal).Length == 0;

    private async Task AuditAsync(OutcomeLog log, JobRecord record, CancellationToken stop)
    {
        var input = new PendingInput(job, log.Done);
        BulkAuditOptions options = job.Options.Audit with
        {
            JournalPath = job.Paths.Journal,
            SharesJournal = true,
            OnlyRecorded = record.IsCancelling,
            // An outcome stands: whoever has read it must not find another one later.
            RetryFailed = false,
            Progress = new Pauses(this),
        };
        await foreach (PageAuditOutcome outcome in client.AuditPagesAsync(input.ReadAsync(CancellationToken.None), options, stop).ConfigureAwait(false))
        {
            if (job.Options.ResumeWhenQuotaReturns && outcome is { Status: OutcomeStatus.NotAttempted, RetryAt: { } retryAt })
            {
                _resumeAt = retryAt >= _resumeAt ? _resumeAt : retryAt;
                continue;
            }

            log.Add(OfThisJob(outcome) with { Index = input.PlaceOf(outcome.Index) });
            job.Set(log.Counts, _pausedUntil > time.GetUtcNow() ? _pausedUntil : null);
        }
    }

    // What is in the journal of a job was made by the job, if perhaps in another process.
    private static PageAuditOutcome OfThisJob(PageAuditOutcome outcome) =>
        outcome.Origin == OutcomeOrigin.Journal ? outcome with { Origin = OutcomeOrigin.Service } : outcome;

    private sealed class Pauses(JobRun run) : IProgress<BulkAuditProgress>
    {
        public void Report(BulkAuditProgress value) => run._pausedUntil = value.PausedUntil;
    }
}
