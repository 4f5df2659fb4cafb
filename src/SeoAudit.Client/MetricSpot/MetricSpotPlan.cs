namespace SeoAudit.Client.MetricSpot;

/// <summary>The plans that MetricSpot sells.</summary>
public enum MetricSpotPlan
{
    /// <summary>10 audits a month.</summary>
    Free,

    /// <summary>50 audits a month.</summary>
    Starter,

    /// <summary>No limit on audits.</summary>
    Pro,
}
