namespace SeoAudit.Client;

/// <summary>One page's audit in one vocabulary, whichever service made it.</summary>
public sealed record PageAudit
{
    /// <summary>The page that was asked for.</summary>
    public required Uri Url { get; init; }

    /// <summary>The service that made the audit.</summary>
    public required AuditService Service { get; init; }

    /// <summary>0 to 100; higher is better. Services weigh differently: compare scores of one service only.</summary>
    public required double Score { get; init; }

    /// <summary>The service's letter for the score; null where it gives none (MetricSpot).</summary>
    public Grade? Grade { get; init; }

    /// <summary>All checks, passed ones too. Never null.</summary>
    public IReadOnlyList<PageCheck> Checks
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What the page says of itself. Never null; MetricSpot reports none.</summary>
    public PageMetadata Metadata
    {
        get => field ?? PageMetadata.Empty;
        init;
    }

    /// <summary>Core Web Vitals and related timings; null where none were measured.</summary>
    public CoreWebVitals? CoreWebVitals { get; init; }

    /// <summary>When the page was audited; null where the service does not say.</summary>
    public DateTimeOffset? AuditedAt { get; init; }

    /// <summary>
    /// Whether it cost nothing, because it came from the cache or was made for another caller at the same time. Always
    /// <see langword="false"/> where the app has set up no cache.
    /// </summary>
    public bool IsCached { get; init; }

    /// <summary>
    /// The service's own result: a <see cref="SeoPeek.SeoPeekAudit"/>, <see cref="Seogent.ScannedPage"/> or
    /// <see cref="MetricSpot.MetricSpotAudit"/>; null where the audit was built by hand.
    /// </summary>
    public object? Source { get; init; }
}
