namespace SeoAudit.Client;

/// <summary>
/// A scan would take more credits than <see cref="Seogent.ScanRequest.MaxCredits"/> or the account's balance allow.
/// </summary>
/// <remarks>
/// Where it was found out from the service's estimate, the scan had been queued and was cancelled;
/// <see cref="SeoAuditException.OperationId"/> is its id. The cause says why, where it could not be cancelled.
/// </remarks>
public sealed class SeoAuditCreditLimitException : SeoAuditException
{
    /// <inheritdoc/>
    public SeoAuditCreditLimitException()
    {
    }

    /// <inheritdoc/>
    public SeoAuditCreditLimitException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public SeoAuditCreditLimitException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The most credits that the caller allowed.</summary>
    public long MaxCredits { get; init; }

    /// <summary>What the service expects the scan to take; null where nothing was sent, because the account has no credits left.</summary>
    public long? EstimatedCredits { get; init; }

    /// <summary>The account's credits before the scan.</summary>
    public long Balance { get; init; }

    /// <summary>Whether nothing more is spent: the scan was cancelled, or never queued.</summary>
    public bool IsCancelled { get; init; }
}
