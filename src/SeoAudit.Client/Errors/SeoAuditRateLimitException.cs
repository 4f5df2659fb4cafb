namespace SeoAudit.Client;

/// <summary>
/// Too many requests, or an audit of this page too soon after the last (429); or a call that was not sent, with no
/// <see cref="SeoAuditException.Attempts"/>, because it would have waited too long for its turn by the settings of this client.
/// </summary>
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

    /// <summary>How long to wait, as the service asked, counted from its answer, or as this client's limits demand; null where not known.</summary>
    public TimeSpan? RetryAfter => RateLimit?.RetryAfter;

    /// <summary>When the call may be made again; null where not known.</summary>
    public DateTimeOffset? RetryAt => RateLimit?.RetryAt;
}
