using SeoAudit.Client.Reporting.Comparison;

namespace SeoAudit.Client.Reporting;

/// <summary>What changed between two runs.</summary>
/// <remarks>
/// Scores and checks are compared only where the same service audited a page in both runs. Every page of the later run is in
/// <see cref="NewPages"/>, <see cref="Better"/>, <see cref="Worse"/>, or counted in <see cref="Unchanged"/>.
/// </remarks>
public sealed record AuditComparison
{
    /// <summary>Pages that only the later run has, in its order.</summary>
    public IReadOnlyList<PageSnapshot> NewPages { get; init; } = [];

    /// <summary>Pages that only the earlier run has, in its order.</summary>
    public IReadOnlyList<PageSnapshot> GonePages { get; init; } = [];

    /// <summary>
    /// Pages whose score rose, by at least a tenth of a point when rounded, or that have one where the earlier run failed to audit
    /// them; greatest rise first, those without a delta last.
    /// </summary>
    public IReadOnlyList<PageChange> Better { get; init; } = [];

    /// <summary>
    /// Pages whose score fell, by at least a tenth of a point when rounded, or that the later run failed to audit where they had a
    /// score; greatest fall first, those without a delta last.
    /// </summary>
    public IReadOnlyList<PageChange> Worse { get; init; } = [];

    /// <summary>How many pages both runs have that are neither better nor worse.</summary>
    public int Unchanged { get; init; }

    /// <summary>
    /// How many of the <see cref="Unchanged"/> are so because nothing can be said of them: the two audits are of different services, or
    /// one of the runs did not attempt the page.
    /// </summary>
    public int NotComparable { get; init; }

    /// <summary>
    /// Checks that pages fail now and did not, those of most pages first. A check that is new to the service is among them: the pages
    /// are marked down for it.
    /// </summary>
    public IReadOnlyList<CheckChange> NewlyFailing { get; init; } = [];

    /// <summary>
    /// Checks that pages failed and do not any more, those of most pages first. A check that the later run reports of no page, passed
    /// or failed, is not among them: the service dropped it, and no page is the better for that.
    /// </summary>
    public IReadOnlyList<CheckChange> NewlyPassing { get; init; } = [];

    /// <summary>How many pages both runs have a comparable score of: those that the averages are over.</summary>
    public int ComparedPages { get; init; }

    /// <summary>The earlier average over the <see cref="ComparedPages"/>, to one decimal; null where there are none.</summary>
    public double? AverageBefore { get; init; }

    /// <summary>The later average over the <see cref="ComparedPages"/>, to one decimal; null where there are none.</summary>
    public double? AverageAfter { get; init; }

    /// <summary>
    /// How many points that average rose, negative where it fell; null where there is none. To one decimal, but taken before the two
    /// averages were rounded.
    /// </summary>
    public double? AverageDelta { get; init; }

    /// <summary>Compares two runs.</summary>
    /// <param name="baseline">The earlier run.</param>
    /// <param name="current">The later run.</param>
    /// <param name="options">How pages are matched; null for the defaults.</param>
    /// <returns>What changed.</returns>
    public static AuditComparison Between(AuditSnapshot baseline, AuditSnapshot current, ComparisonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(current);
        return new SnapshotComparer(baseline, current).Compare(options?.IgnoreHost ?? false);
    }
}
