using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.Seogent;

/// <summary>A domain that the account has scanned.</summary>
public sealed record ScannedDomain
{
    /// <summary>The domain's id; a number on the wire.</summary>
    [JsonConverter(typeof(IdConverter))]
    public required string Id
    {
        get;
        init => field = NotNull.Value(value);
    }

    /// <summary>The domain.</summary>
    public required string Domain
    {
        get;
        init => field = NotNull.Value(value);
    }

    /// <summary>How many scans it has had.</summary>
    public int TotalScans { get; init; }

    /// <summary>When it was last scanned; null where the service does not say.</summary>
    [JsonConverter(typeof(TimestampConverter))]
    public DateTimeOffset? LastScannedAt { get; init; }
}
