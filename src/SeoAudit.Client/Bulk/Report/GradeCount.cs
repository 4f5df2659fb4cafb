namespace SeoAudit.Client;

/// <summary>How many pages have a grade.</summary>
public sealed record GradeCount
{
    /// <summary>The grade as the service gave it; null for pages that were audited without one (MetricSpot gives none).</summary>
    public required Grade? Grade { get; init; }

    /// <summary>Pages with it.</summary>
    public required int Count { get; init; }
}
