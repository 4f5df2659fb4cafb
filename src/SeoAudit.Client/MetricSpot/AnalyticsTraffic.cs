using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.MetricSpot;

/// <summary>Sessions from Google Analytics 4.</summary>
public sealed record AnalyticsTraffic
{
    /// <summary>Sessions in the last 28 days; null where unknown.</summary>
    [JsonPropertyName("sessions_28d")]
    public double? Sessions28Days { get; init; }

    /// <summary>Sessions a day, oldest first, without dates. Never null.</summary>
    public IReadOnlyList<double> DailySessions
    {
        get => field ?? EarlierDaily?.Select(static day => day.Sessions).ToArray() ?? [];
        init;
    }

    /// <summary>The pages with most sessions. Never null.</summary>
    public IReadOnlyList<PageSessions> TopPages
    {
        get => field ?? EarlierTopPages ?? [];
        init => field = NotNull.Items(value);
    }

    // The vendor's own client read these names before it moved to those above.
    [JsonInclude]
    [JsonPropertyName("daily")]
    internal IReadOnlyList<DaySessions>? EarlierDaily
    {
        get;
        init => field = NotNull.Items(value);
    }

    [JsonInclude]
    [JsonPropertyName("top_landing_pages")]
    internal IReadOnlyList<PageSessions>? EarlierTopPages
    {
        get;
        init => field = NotNull.Items(value);
    }
}
