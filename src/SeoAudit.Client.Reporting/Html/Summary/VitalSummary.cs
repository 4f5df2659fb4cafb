namespace SeoAudit.Client.Reporting.Html.Summary;

/// <summary>How the pages do in one vital.</summary>
internal sealed record VitalSummary(Vital Vital, int Good, int NeedsImprovement, int Poor)
{
    public int Pages => Good + NeedsImprovement + Poor;

    /// <summary>The value that three quarters of the pages keep to, at most 1 % too high; 0 without pages.</summary>
    public double Percentile75 { get; init; }

    /// <summary>How that value is rated; exact, unlike the value.</summary>
    public VitalRating Rating { get; init; }
}
