using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.Seogent;

/// <summary>One scan in a list.</summary>
public sealed record ScanListItem
{
    /// <summary>The scan's id.</summary>
    public required string ScanId
    {
        get;
        init => field = NotNull.Value(value);
    }

    /// <summary>The domain; may be null for a scan of URLs.</summary>
    public string? Domain { get; init; }

    /// <summary>Where the scan was asked for, e.g. <c>api</c>.</summary>
    public string? Source { get; init; }

    /// <summary>Where the scan stands.</summary>
    public ScanStatus Status { get; init; }

    /// <summary>How pages were found.</summary>
    public CrawlMode CrawlMode { get; init; }

    /// <summary>Progress in pages, without <see cref="ScanProgress.UrlsCrawled"/>; null where the service does not say.</summary>
    public ScanProgress? Progress { get; init; }

    /// <summary>0 to 100; null until there is one.</summary>
    public double? AverageScore { get; init; }

    /// <summary>When it was queued.</summary>
    [JsonConverter(typeof(TimestampConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was done; null until then.</summary>
    [JsonConverter(typeof(TimestampConverter))]
    public DateTimeOffset? CompletedAt { get; init; }
}
