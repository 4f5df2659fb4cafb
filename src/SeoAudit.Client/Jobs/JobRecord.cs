using System.Text.Json;
using SeoAudit.Client.Storage;

namespace SeoAudit.Client.Jobs;

/// <summary>What is stored of a job beside its input and its outcomes.</summary>
internal sealed record JobRecord
{
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    /// <summary>Its place among all jobs of the folder, in the order in which they were submitted.</summary>
    public required long Number { get; init; }

    public required BulkAuditJobStatus Status { get; init; }

    public bool IsCancelling { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public DateTimeOffset? ResumeAt { get; init; }

    public required int Total { get; init; }

    public int Duplicates { get; init; }

    /// <summary>The outcomes when this was written: all of them, of a job that has ended.</summary>
    public JobCounts Counts { get; init; } = JobCounts.None;

    public StoredFailure? Error { get; init; }

    public required StoredJobOptions Options { get; init; }

    /// <summary>Reads what a file says of a job.</summary>
    /// <exception cref="JsonException">It is no job.</exception>
    /// <exception cref="ArgumentException">It says what cannot be.</exception>
    public static JobRecord Read(ReadOnlySpan<byte> json) =>
        JobRules.Check(JsonSerializer.Deserialize(json, JobsJsonContext.Default.JobRecord) ?? throw new JsonException("A stored job is null."));
}
