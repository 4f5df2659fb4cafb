namespace SeoAudit.Client.Storage;

/// <summary>An error as it is stored.</summary>
internal sealed record StoredFailure
{
    public string? Kind { get; init; }

    public string? Message { get; init; }

    public FailureFacts? Facts { get; init; }

    /// <summary>See <see cref="AuditFailedException.Status"/>.</summary>
    public string? Status { get; init; }

    /// <summary>See <see cref="SeoAuditJournalException.Fault"/>.</summary>
    public JournalFault? JournalFault { get; init; }

    /// <summary>See <see cref="SeoAuditJournalException.Path"/>.</summary>
    public string? Path { get; init; }

    /// <summary>See <see cref="SeoAuditTimeoutException.Kind"/>.</summary>
    public TimeoutKind? TimeoutKind { get; init; }

    /// <summary>See <see cref="SeoAuditTimeoutException.Timeout"/>.</summary>
    public TimeSpan? Timeout { get; init; }
}
