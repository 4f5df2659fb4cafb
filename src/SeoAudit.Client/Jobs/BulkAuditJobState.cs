namespace SeoAudit.Client;

/// <summary>How a job stands at one moment.</summary>
public sealed record BulkAuditJobState
{
    /// <summary>The id: random, not to be guessed, and fit for a URL.</summary>
    public required string Id { get; init; }

    /// <summary>The status.</summary>
    public required BulkAuditJobStatus Status { get; init; }

    /// <summary>How it was submitted.</summary>
    public required BulkAuditJobOptions Options { get; init; }

    /// <summary>When it was stored.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>When it was first begun; null while it waits for its turn.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended; null while it has not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The distinct URLs of its input: so many outcomes there will be, unless it is cancelled or fails.</summary>
    public required int Total { get; init; }

    /// <summary>URLs of its input that had come before, and so have no outcome of their own.</summary>
    public int Duplicates { get; init; }

    /// <summary>Outcomes so far. After a restart they are counted anew when the job is taken up.</summary>
    public int Completed { get; init; }

    /// <summary>Outcomes with a score that passes.</summary>
    public int Passed { get; init; }

    /// <summary>Outcomes with an error, apart from those that were not attempted.</summary>
    public int Failed { get; init; }

    /// <summary>Outcomes that were not attempted.</summary>
    public int NotAttempted { get; init; }

    /// <summary>Until when a service is left alone; null where none is. The job goes on by itself then.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>
    /// When the pages that were not attempted may be tried again, at the earliest: of a job that has ended, in another job; of one
    /// that waits for it (<see cref="BulkAuditJobOptions.ResumeWhenQuotaReturns"/>), by itself. Null where nothing is left or nobody said.
    /// </summary>
    public DateTimeOffset? ResumeAt { get; init; }

    /// <summary>Whether it was asked to cancel; it ends when what is in flight has.</summary>
    public bool IsCancelling { get; init; }

    /// <summary>Why it failed; null where it did not.</summary>
    public SeoAuditException? Error { get; init; }
}
