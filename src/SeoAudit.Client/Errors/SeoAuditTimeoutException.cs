namespace SeoAudit.Client;

/// <summary>
/// Time ran out: for one attempt, for a call with its retries, or for a wait. Never thrown when the caller cancelled.
/// </summary>
/// <remarks>
/// When a wait ran out, the audit itself goes on at the service: <see cref="SeoAuditException.OperationId"/> says which, and
/// waiting can be taken up again from it.
/// </remarks>
public sealed class SeoAuditTimeoutException : SeoAuditException
{
    /// <inheritdoc/>
    public SeoAuditTimeoutException()
    {
    }

    /// <inheritdoc/>
    public SeoAuditTimeoutException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public SeoAuditTimeoutException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Which allowance ran out.</summary>
    public TimeoutKind Kind { get; init; }

    /// <summary>How long the allowance was.</summary>
    public TimeSpan Timeout { get; init; }
}
