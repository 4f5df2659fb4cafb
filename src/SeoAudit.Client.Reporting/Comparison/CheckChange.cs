namespace SeoAudit.Client.Reporting;

/// <summary>A check that pages began, or ceased, to fail between two runs.</summary>
public sealed record CheckChange
{
    /// <summary>The check.</summary>
    public required CheckId Check { get; init; }

    /// <summary>How many pages that both runs have.</summary>
    public required int Pages { get; init; }
}
