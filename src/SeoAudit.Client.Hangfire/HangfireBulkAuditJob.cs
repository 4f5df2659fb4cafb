using System.Runtime.CompilerServices;
using SeoAudit.Client.Hangfire.Reading;
using SeoAudit.Client.Hangfire.Storage;

namespace SeoAudit.Client.Hangfire;

/// <summary>A view of a job that any machine may work on.</summary>
internal sealed class HangfireBulkAuditJob(Fleet fleet, BulkAuditJobState state) : BulkAuditJob(state, Polling(fleet.Options), fleet.Time)
{
    private const int PerRead = 100;

    private readonly OutcomeRuns _runs = new(fleet.Access, fleet.Jobs, fleet.Progress);

    /// <summary>Looks how a job stands.</summary>
    public static BulkAuditJobState StateOf(Fleet fleet, JobEntry job) =>
        StateOf(job, fleet.Progress.Sums(job).Values.Aggregate(BatchProgress.None, static (sum, chunk) => sum.Plus(chunk)), fleet.PausedUntil(job));

    public static BulkAuditJobState StateOf(JobEntry job, BatchProgress sum, DateTimeOffset? paused) =>
        new()
        {
            Id = job.Id,
            Status = job.Status,
            Options = job.Options,
            SubmittedAt = job.SubmittedAt,
            StartedAt = job.StartedAt,
            EndedAt = job.EndedAt,
            Total = job.Total,
            Duplicates = job.Duplicates,
            Completed = sum.Completed,
            Passed = sum.Passed,
            Failed = sum.Failed,
            NotAttempted = sum.NotAttempted,
            PausedUntil = paused,
            ResumeAt = sum.ResumeAt ?? paused,
            IsCancelling = job.IsCancelling,
            Error = job.Error is { } error ? new SeoAuditJobException(error) : null,
        };

    public override Task CancelAsync(CancellationToken cancellationToken = default) => fleet.Access.AskAsync(
        () =>
        {
            JobEntry job = Find();
            if (job is { End: null, IsCancelling: false })
            {
                fleet.Queue.Begin(job, transaction => transaction.Set(Keys.Job(Id), (JobEntry.CancellingField, "1")));
            }

            return true;
        },
        cancellationToken);

    protected override Task<BulkAuditJobState> ReadStateAsync(CancellationToken cancellationToken) =>
        fleet.Access.AskAsync(() => StateOf(fleet, Find()), cancellationToken);

    protected override async IAsyncEnumerable<PageAuditOutcome> ReadOutcomesAsync(int from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long? next = null;
        int place = from;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            JobEntry job = await fleet.Access.AskAsync(
                () =>
                {
                    // Looked at before the outcomes, so that an end means that there are no others.
                    JobEntry now = Find();
                    _runs.Extend(now);
                    next ??= _runs.NumberOf(Id, place);
                    return now;
                },
                cancellationToken).ConfigureAwait(false);
            while (await fleet.Access.AskAsync(() => _runs.Find(Id, next!.Value), cancellationToken).ConfigureAwait(false) is { } run)
            {
                // A reader that begins behind the last one is where none of its places are yet.
                int skip = Math.Max(0, place - run.Start);
                for (int first = skip; first < run.Count; first += PerRead)
                {
                    int count = Math.Min(PerRead, run.Count - first);
                    IReadOnlyList<PageAuditOutcome> outcomes = await fleet.Access.AskAsync(
                        () => BatchOutcomes.Read(fleet.Access, Id, run.Batch, run.First + first, count), cancellationToken).ConfigureAwait(false);
                    foreach (PageAuditOutcome outcome in outcomes)
                    {
                        cancellationToken.ThrowIfCancellationRequested();
                        place++;
                        yield return outcome;
                    }
                }

                next++;
            }

            if (job.End is not null)
            {
                yield break;
            }

            await Task.Delay(fleet.Options.PollInterval, fleet.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    protected override async Task<BulkAuditReport> ReadReportAsync(CancellationToken cancellationToken)
    {
        BulkAuditReport report = await ReadOutcomesAsync(from: 0, cancellationToken)
            .ToReportAsync(State.Options.Report, cancellationToken).ConfigureAwait(false);
        return report with { Duration = State is { StartedAt: { } started, EndedAt: { } ended } ? ended - started : TimeSpan.Zero };
    }

    private static PollingOptions Polling(HangfireJobsOptions options) => new()
    {
        InitialDelay = options.PollInterval,
        Interval = options.PollInterval,
        MaxInterval = 5 * options.PollInterval,
        Timeout = TimeSpan.FromDays(7),
    };

    private JobEntry Find() => fleet.Jobs.Find(Id) ?? throw new SeoAuditNotFoundException($"Job '{Id}' is gone.");
}
