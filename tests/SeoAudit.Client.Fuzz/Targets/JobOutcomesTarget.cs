using SeoAudit.Client.Jobs;

namespace SeoAudit.Client.Fuzz.Targets;

/// <summary>The outcomes of a job that has ended, read to their end or refused.</summary>
internal sealed class JobOutcomesTarget() : JobFilesTarget("job-outcomes")
{
    protected override async Task<object?> ReadAsync(JobPaths paths, int lines)
    {
        var record = new JobRecord
        {
            Number = 1,
            Status = BulkAuditJobStatus.Completed,
            SubmittedAt = DateTimeOffset.UnixEpoch,
            Total = lines,
            Counts = JobCounts.None with { Completed = lines },
            Options = new StoredJobOptions(),
        };
        using var job = new Job("0", paths, record);
        var outcomes = new List<PageAuditOutcome>();
        await foreach (PageAuditOutcome outcome in OutcomeReader.ReadAsync(job, from: 0, CancellationToken.None))
        {
            BrokenPromiseException.ThrowIf(outcome.Index < 0 || outcome.IsSuccess == outcome.Error is not null, "An outcome is none.");
            outcomes.Add(outcome);
        }

        BrokenPromiseException.ThrowIf(outcomes.Count != lines, "An outcome was lost.");
        return outcomes;
    }
}
