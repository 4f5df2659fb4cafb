using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.Seogent;

/// <summary>When a scan reached which stage; each member is null until then.</summary>
public sealed record ScanTimestamps
{
    internal static readonly ScanTimestamps Empty = new();

    /// <summary>When it was queued.</summary>
    [JsonConverter(typeof(TimestampConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it began.</summary>
    [JsonConverter(typeof(TimestampConverter))]
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the last page had been fetched.</summary>
    [JsonConverter(typeof(TimestampConverter))]
    public DateTimeOffset? CrawlingCompletedAt { get; init; }

    /// <summary>When it was done.</summary>
    [JsonConverter(typeof(TimestampConverter))]
    public DateTimeOffset? CompletedAt { get; init; }
}
