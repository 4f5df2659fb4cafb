namespace SeoAudit.Client.Reporting;

/// <summary>What a run must keep to. A rule that is not set does not apply.</summary>
public sealed record QualityGate
{
    /// <summary>The lowest average score, 0 to 100, where a page without an audit counts as 0.</summary>
    public double? MinAverageScore { get; init; }

    /// <summary>The lowest score that a page may have, 0 to 100.</summary>
    public double? MinPageScore { get; init; }

    /// <summary>How many pages may fail: those below their pass threshold and those without an audit; 0 or more.</summary>
    public int? MaxFailedPages { get; init; }

    /// <summary>How many pages may have no audit; 0 or more.</summary>
    public int? MaxErrors { get; init; }

    /// <summary>Checks that no page may fail, by machine name or name, without regard to case.</summary>
    public IReadOnlyList<string> RequiredChecks { get; init; } = [];

    /// <summary>The greatest Largest Contentful Paint.</summary>
    public TimeSpan? MaxLcp { get; init; }

    /// <summary>The greatest Cumulative Layout Shift, 0 or more.</summary>
    public double? MaxCls { get; init; }

    /// <summary>The greatest Interaction to Next Paint.</summary>
    public TimeSpan? MaxInp { get; init; }

    /// <summary>How many points a page's score may fall against the baseline, 0 or more.</summary>
    public double? MaxScoreDrop { get; init; }

    /// <summary>How many points the average over the pages of both runs may fall against the baseline, 0 or more.</summary>
    public double? MaxAverageDrop { get; init; }

    /// <summary>How many failed checks all pages together may have, by severity in the service's words, without regard to case.</summary>
    public IReadOnlyDictionary<string, int> MaxFailedChecks { get; init; } = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
}
