namespace SeoAudit.Emulator;

/// <summary>A MetricSpot plan, which decides the number of audits a month and the features.</summary>
public enum MetricSpotEmulatorPlan
{
    /// <summary>10 audits a month, no PDF, no organic traffic.</summary>
    Free,

    /// <summary>50 audits a month, PDF without custom branding, no organic traffic.</summary>
    Starter,

    /// <summary>Audits without limit, PDF with custom branding, organic traffic.</summary>
    Pro,
}
