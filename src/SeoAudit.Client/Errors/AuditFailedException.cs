namespace SeoAudit.Client;

/// <summary>
/// The service took the scan, audit or PDF and then gave up on it, or it was cancelled. The service keeps what it has:
/// <see cref="SeoAuditException.OperationId"/> is its id.
/// </summary>
public sealed class AuditFailedException : SeoAuditException
{
    /// <inheritdoc/>
    public AuditFailedException()
    {
    }

    /// <inheritdoc/>
    public AuditFailedException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public AuditFailedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The final status as the service words it, e.g. <c>failed</c>; null where it is not known.</summary>
    public string? Status { get; init; }

    /// <summary>The service's own account of the failed audit, e.g. a <c>MetricSpotAudit</c> or <c>ScanReport</c>; null where there is none.</summary>
    public object? Result { get; init; }
}
