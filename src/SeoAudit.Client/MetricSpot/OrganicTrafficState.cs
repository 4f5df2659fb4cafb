namespace SeoAudit.Client.MetricSpot;

/// <summary>Whether organic traffic can be had.</summary>
public enum OrganicTrafficState
{
    /// <summary>The account is not connected to Google.</summary>
    NotConnected,

    /// <summary>The account is connected, but this site is not linked to a property.</summary>
    NotLinked,

    /// <summary>The traffic is there.</summary>
    Available,
}
