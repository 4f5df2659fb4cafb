using SeoAudit.Client.Json;

namespace SeoAudit.Client.Seogent;

/// <summary>How far a scan is. Source: SEOgent API reference, <c>GET /scans/{scan_id}</c>.</summary>
public sealed record ScanState : ServiceResult
{
    /// <summary>The scan's id.</summary>
    public required string ScanId
    {
        get;
        init => field = NotNull.Value(value);
    }

    /// <summary>The domain; may be null for a scan of URLs.</summary>
    public string? Domain { get; init; }

    /// <summary>The address that the scan began at; may be null for a scan of URLs.</summary>
    public string? Url { get; init; }

    /// <summary>Where the scan was asked for, e.g. <c>api</c>; other values are not documented.</summary>
    public string? Source { get; init; }

    /// <summary>Where the scan stands.</summary>
    public required ScanStatus Status { get; init; }

    /// <summary>How pages are found.</summary>
    public CrawlMode CrawlMode { get; init; }

    /// <summary>Progress in pages; null where the service does not say.</summary>
    public ScanProgress? Progress { get; init; }

    /// <summary>When the scan reached which stage. Never null.</summary>
    public ScanTimestamps Timestamps
    {
        get => field ?? ScanTimestamps.Empty;
        init;
    }
}
