namespace SeoAudit.Client;

/// <summary>Too many requests, or an audit of this page too soon after the last (429).</summary>
public sealed class SeoAuditRateLimitException : SeoAuditException
{
    /// <inheritdoc/>
    public SeoAuditRateLimitException()
    {
    }

    /// <inheritdoc/>
    public SeoAuditRateLimitException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public SeoAuditRateLimitException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>How long the service asked to wait, counted from its answer; null where it did not say.</summary>
    public TimeSpan? RetryAfter => RateLimit?.RetryAfter;

    /// <summary>When the call may be made again; null where the service did not say.</summary>
    public DateTimeOffset? RetryAt => RateLimit?.RetryAt;
}
