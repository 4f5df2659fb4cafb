namespace SeoAudit.Client;

/// <summary>What an answer said about limits; every member is null where the answer was silent.</summary>
/// <remarks>
/// On a call that was not sent because of this client's own limits, it says what these are. Otherwise read from <c>Retry-After</c> (seconds or date), MetricSpot's <c>retry_at</c>, and the <c>X-RateLimit-*</c> and
/// <c>RateLimit-*</c> headers.
/// </remarks>
public sealed record RateLimit
{
    /// <summary>Requests, audits or credits allowed in the current period.</summary>
    public long? Limit { get; init; }

    /// <summary>How many of them are left.</summary>
    public long? Remaining { get; init; }

    /// <summary>When the period ends.</summary>
    public DateTimeOffset? ResetsAt { get; init; }

    /// <summary>How long the service asked to wait, counted from its answer; never negative.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The moment that <see cref="RetryAfter"/> leads to.</summary>
    public DateTimeOffset? RetryAt { get; init; }
}
