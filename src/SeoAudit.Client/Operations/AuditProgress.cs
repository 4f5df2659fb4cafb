namespace SeoAudit.Client;

/// <summary>How far a queued audit has come.</summary>
public sealed record AuditProgress
{
    /// <summary>The id of the scan, audit or PDF.</summary>
    public required string Id { get; init; }

    /// <summary>The status as the service words it, e.g. <c>crawling</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Whether the status is final, good or bad.</summary>
    public required bool IsFinal { get; init; }

    /// <summary>0 to 100; null where the service does not report progress (MetricSpot).</summary>
    public double? Percentage { get; init; }

    /// <summary>Pages known so far; null where the service does not say.</summary>
    public int? TotalPages { get; init; }

    /// <summary>Pages fetched so far; null where the service does not say.</summary>
    public int? CrawledPages { get; init; }

    /// <summary>Pages scored so far; null where the service does not say.</summary>
    public int? AnalyzedPages { get; init; }

    /// <summary>How long the service asked to wait before the next poll; null where it did not ask.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How long the wait has lasted; zero outside a wait.</summary>
    public TimeSpan Elapsed { get; init; }
}
