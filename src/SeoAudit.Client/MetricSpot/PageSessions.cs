using System.Text.Json.Serialization;

namespace SeoAudit.Client.MetricSpot;

/// <summary>A page and its sessions.</summary>
public sealed record PageSessions
{
    /// <summary>The page's path.</summary>
    public string Path
    {
        get => field ?? Url ?? string.Empty;
        init;
    }

    /// <summary>Its sessions.</summary>
    public double Sessions { get; init; }

    // The earlier name of the path.
    [JsonInclude]
    internal string? Url { get; init; }
}
