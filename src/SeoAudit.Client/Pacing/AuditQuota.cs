namespace SeoAudit.Client;

/// <summary>What is left of an account's allowance of audits, as far as this process can tell.</summary>
/// <remarks>
/// What the service said last counts where it said something. Otherwise it is what this client counted: only its own calls, since
/// the process started, whether they succeeded or not.
/// </remarks>
public sealed record AuditQuota
{
    /// <summary>The service that it is about.</summary>
    public required AuditService Service { get; init; }

    /// <summary>
    /// Audits (SEOgent: scans) allowed in a period: a day at SEOPeek, a minute at SEOgent, a month at MetricSpot; null where
    /// nothing limits them or the limit is not known.
    /// </summary>
    public long? Limit { get; init; }

    /// <summary>How many of them may still be sent now; calls that wait for their turn are not counted as sent. Null where not known.</summary>
    public long? Remaining { get; init; }

    /// <summary>
    /// When there will be more: the end of the month at MetricSpot, else the moment when the first of those that count stops
    /// counting. Null where that is not known or nothing counts.
    /// </summary>
    public DateTimeOffset? ResetsAt { get; init; }
}
