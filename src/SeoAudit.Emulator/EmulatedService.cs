namespace SeoAudit.Emulator;

/// <summary>One of the three services that the emulator stands in for.</summary>
public enum EmulatedService
{
    /// <summary>SEOPeek, below <c>/seopeek/</c>.</summary>
    SeoPeek,

    /// <summary>SEOgent, below <c>/seogent/api/</c>.</summary>
    Seogent,

    /// <summary>MetricSpot, below <c>/metricspot/</c>.</summary>
    MetricSpot,
}
