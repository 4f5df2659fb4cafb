namespace BulkAuditApi.Contract;

/// <summary>How a job stands, without its results.</summary>
internal sealed record JobSummary
{
    public required Guid JobId { get; init; }

    public required JobStatus Status { get; init; }

    /// <summary>Distinct URLs.</summary>
    public required int Total { get; init; }

    public required int Completed { get; init; }

    public required int Passed { get; init; }

    /// <summary>URLs that were tried and could not be audited.</summary>
    public required int Errors { get; init; }

    public required int NotAttempted { get; init; }

    public required bool IsCancelling { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Until when the job waits for a quota to return.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    public string? Error { get; init; }
}
