namespace SeoAudit.Client;

/// <summary>Core Web Vitals and related timings of one page load; each member is null where it was not measured.</summary>
public sealed record CoreWebVitals
{
    /// <summary>Largest Contentful Paint. Good up to 2.5 seconds, poor above 4.</summary>
    public TimeSpan? Lcp { get; init; }

    /// <summary>Cumulative Layout Shift, without a unit. Good up to 0.1, poor above 0.25.</summary>
    public double? Cls { get; init; }

    /// <summary>Interaction to Next Paint. Good up to 200 milliseconds, poor above 500.</summary>
    public TimeSpan? Inp { get; init; }

    /// <summary>First Contentful Paint.</summary>
    public TimeSpan? Fcp { get; init; }

    /// <summary>Time to First Byte.</summary>
    public TimeSpan? Ttfb { get; init; }

    /// <summary>Total Blocking Time.</summary>
    public TimeSpan? Tbt { get; init; }

    /// <summary>First Input Delay, which INP has replaced.</summary>
    public TimeSpan? Fid { get; init; }

    /// <summary>The service's performance score, 0 to 100.</summary>
    public double? PerformanceScore { get; init; }
}
