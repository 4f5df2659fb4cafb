using SeoAudit.Client.Reporting.Gate;

namespace SeoAudit.Client.Reporting;

/// <summary>What a run must keep to. A rule that is not set does not apply; a gate without rules lets everything pass.</summary>
/// <remarks>
/// A rule that a run gives nothing to judge by is violated rather than skipped, so that a pipeline cannot go green because nothing was
/// looked at.
/// </remarks>
public sealed record QualityGate
{
    /// <summary>The lowest average score, 0 to 100, where a page without an audit counts as 0. The average is rounded to one decimal first.</summary>
    public double? MinAverageScore { get; init; }

    /// <summary>The lowest score that a page may have, 0 to 100. A page without an audit has none; <see cref="MaxErrors"/> is for those.</summary>
    public double? MinPageScore { get; init; }

    /// <summary>How many pages may fail: those below their pass threshold and those without an audit; 0 or more.</summary>
    public int? MaxFailedPages { get; init; }

    /// <summary>How many pages may have no audit, because of an error or because they were not attempted; 0 or more.</summary>
    public int? MaxErrors { get; init; }

    /// <summary>
    /// Checks that no page may fail, by machine name or name, without regard to case. One that no page of the run reports is violated:
    /// its name may be misspelt.
    /// </summary>
    public IReadOnlyList<string> RequiredChecks
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The greatest Largest Contentful Paint, more than zero, at most a day. Pages without a measurement are passed over, unless none has one.</summary>
    public TimeSpan? MaxLcp { get; init; }

    /// <summary>The greatest Cumulative Layout Shift, 0 to 1,000. Pages without a measurement are passed over, unless none has one.</summary>
    public double? MaxCls { get; init; }

    /// <summary>The greatest Interaction to Next Paint, more than zero, at most a day. Pages without a measurement are passed over, unless none has one.</summary>
    public TimeSpan? MaxInp { get; init; }

    /// <summary>
    /// How many points, to one decimal, a page's score may fall against the baseline, 0 to 100. Only pages that one service audited in
    /// both runs count.
    /// </summary>
    public double? MaxScoreDrop { get; init; }

    /// <summary>How many points, to one decimal, the average over the pages of both runs may fall against the baseline, 0 to 100.</summary>
    public double? MaxAverageDrop { get; init; }

    /// <summary>
    /// How many failed checks all pages together may have, 0 or more, by severity in the service's words, without regard to case. A
    /// severity that neither MetricSpot documents nor any check of the run has is violated: it may be misspelt.
    /// </summary>
    public IReadOnlyDictionary<string, int> MaxFailedChecks
    {
        get;
        init => field = value ?? new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
    } = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a rule is about an earlier run, so that it needs a baseline.</summary>
    public bool NeedsBaseline => MaxScoreDrop is not null || MaxAverageDrop is not null;

    /// <summary>Reads a gate from JSON: an object with the members of this type in camel case, times in milliseconds.</summary>
    /// <remarks>
    /// The members are <c>minAverageScore</c>, <c>minPageScore</c>, <c>maxFailedPages</c>, <c>maxErrors</c>, <c>requiredChecks</c>,
    /// <c>maxLcpMs</c>, <c>maxCls</c>, <c>maxInpMs</c>, <c>maxScoreDrop</c>, <c>maxAverageDrop</c> and <c>maxFailedChecks</c>, beside
    /// <c>$schema</c>, which is passed over. Comments and trailing commas may stand.
    /// </remarks>
    /// <param name="json">The JSON.</param>
    /// <returns>The gate.</returns>
    /// <exception cref="QualityGateFormatException">It is no JSON, or has a member that no gate has, twice, or with a value that is not allowed; the message names them all.</exception>
    public static QualityGate Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return GateReader.Read(json);
    }

    /// <summary>Reads a gate from a JSON file, as <see cref="Parse"/> does.</summary>
    /// <param name="path">The file, in UTF-8.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The gate.</returns>
    /// <exception cref="QualityGateFormatException">The file holds no gate; the message names it and what is wrong.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Task<QualityGate> LoadAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return GateReader.LoadAsync(path, cancellationToken);
    }
}
