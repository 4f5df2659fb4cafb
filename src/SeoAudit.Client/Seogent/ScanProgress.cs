namespace SeoAudit.Client.Seogent;

/// <summary>A scan's progress in pages.</summary>
public sealed record ScanProgress
{
    /// <summary>URLs known so far.</summary>
    public int? TotalUrls { get; init; }

    /// <summary>URLs fetched so far; null in lists of scans.</summary>
    public int? UrlsCrawled { get; init; }

    /// <summary>URLs scored so far.</summary>
    public int? UrlsAnalyzed { get; init; }

    /// <summary>0 to 100, as the service reckons it.</summary>
    public double? Percentage { get; init; }
}
