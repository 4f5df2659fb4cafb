namespace SeoAudit.Client.Reporting;

/// <summary>What changed between two runs.</summary>
public sealed record AuditComparison
{
    /// <summary>Pages that only the later run has, in its order.</summary>
    public IReadOnlyList<PageSnapshot> NewPages { get; init; } = [];

    /// <summary>Pages that only the earlier run has, in its order.</summary>
    public IReadOnlyList<PageSnapshot> GonePages { get; init; } = [];

    /// <summary>Pages whose score rose, or that have one where they had an error; greatest rise first, those without a delta last.</summary>
    public IReadOnlyList<PageChange> Better { get; init; } = [];

    /// <summary>Pages whose score fell, or that have an error where they had a score; greatest fall first, those without a delta last.</summary>
    public IReadOnlyList<PageChange> Worse { get; init; } = [];

    /// <summary>How many pages both runs have that are neither better nor worse.</summary>
    public int Unchanged { get; init; }

    /// <summary>Checks that pages fail now and did not, those of most pages first.</summary>
    public IReadOnlyList<CheckChange> NewlyFailing { get; init; } = [];

    /// <summary>Checks that pages failed and do not any more, those of most pages first.</summary>
    public IReadOnlyList<CheckChange> NewlyPassing { get; init; } = [];

    /// <summary>The earlier average over the pages that both runs have a comparable score of, to one decimal; null where there are none.</summary>
    public double? AverageBefore { get; init; }

    /// <summary>The later average over the same pages, to one decimal; null where there are none.</summary>
    public double? AverageAfter { get; init; }

    /// <summary>How many points that average rose, to one decimal; negative where it fell; null where there is none.</summary>
    public double? AverageDelta { get; init; }

    /// <summary>Compares two runs.</summary>
    /// <param name="baseline">The earlier run.</param>
    /// <param name="current">The later run.</param>
    /// <param name="options">How pages are matched; null for the defaults.</param>
    /// <returns>What changed.</returns>
    public static AuditComparison Between(AuditSnapshot baseline, AuditSnapshot current, ComparisonOptions? options = null) =>
        throw new NotSupportedException();
}
