namespace SeoAudit.Client.Storage;

/// <summary>An error as it is stored.</summary>
internal sealed record StoredFailure
{
    public string? Kind { get; init; }

    public string? Message { get; init; }

    public FailureFacts? Facts { get; init; }

    /// <summary>See <see cref="AuditFailedException.Status"/>.</summary>
    public string? Status { get; init; }

    /// <summary>See <see cref="SeoAuditJobException.Fault"/>.</summary>
    public JobFault? JobFault { get; init; }

    /// <summary>See <see cref="SeoAuditJournalException.Fault"/>.</summary>
    public JournalFault? JournalFault { get; init; }

    /// <summary>See <see cref="SeoAuditJournalException.Path"/>.</summary>
    public string? Path { get; init; }

    /// <summary>The numbers of a <see cref="SeoAuditCreditLimitException"/>.</summary>
    public StoredCreditLimit? Credits { get; init; }

    /// <summary>See <see cref="SeoAuditOutcomeUnknownException.WhatToCheck"/>.</summary>
    public string? WhatToCheck { get; init; }

    /// <summary>See <see cref="SeoAuditTimeoutException.Kind"/>.</summary>
    public TimeoutKind? TimeoutKind { get; init; }

    /// <summary>See <see cref="SeoAuditTimeoutException.Timeout"/>.</summary>
    public TimeSpan? Timeout { get; init; }
}
