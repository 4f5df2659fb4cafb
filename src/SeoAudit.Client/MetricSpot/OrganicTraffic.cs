using System.Text.Json.Serialization;

namespace SeoAudit.Client.MetricSpot;

/// <summary>Organic traffic of a page from Google, Pro plan only. Source: MetricSpot, <c>GET /api/audits/:id/google</c>.</summary>
public sealed record OrganicTraffic : ServiceResult
{
    /// <summary>Whether the account is connected to Google.</summary>
    public bool Connected { get; init; }

    /// <summary>Whether this site is linked to a Google property; null where the service does not say.</summary>
    public bool? Linked { get; init; }

    /// <summary>Google Analytics 4; null unless the state is available.</summary>
    public AnalyticsTraffic? Ga4 { get; init; }

    /// <summary>Google Search Console; null unless the state is available.</summary>
    public SearchTraffic? Gsc { get; init; }

    /// <summary>Which of the three documented answers this is.</summary>
    [JsonIgnore]
    public OrganicTrafficState State =>
        !Connected && Ga4 is null && Gsc is null ? OrganicTrafficState.NotConnected
        : Linked == false ? OrganicTrafficState.NotLinked
        : OrganicTrafficState.Available;
}
