namespace SeoAudit.Client.Reporting;

/// <summary>What a SARIF report holds.</summary>
public sealed record SarifReportOptions
{
    /// <summary>The largest number of results that GitHub takes in a run.</summary>
    public const int DefaultMaxResults = 25_000;

    internal static readonly SarifReportOptions Default = new();

    /// <summary>
    /// Which file of the repository a page comes from, e.g. <c>src/about.html</c> for <c>https://example.com/about</c>, relative to
    /// the repository's root; null for a page that comes from none. What it throws ends the report.
    /// </summary>
    /// <remarks>
    /// Code-scanning pages show a result at its file. Without one, a result is shown at the page's address without the scheme, such as
    /// <c>example.com/about</c>, because GitHub refuses a report with any other address than that of a file.
    /// </remarks>
    /// <value><see langword="null"/> by default: no page comes from a file.</value>
    public Func<Uri, string?>? SourceFile { get; init; }

    /// <summary>How many results are written, 1 or more; a notification in the report says how many there were beyond.</summary>
    /// <value>25,000 by default, which is what GitHub takes.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is set to less than 1.</exception>
    public int MaxResults
    {
        get;
        init => field = value > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"{nameof(SarifReportOptions)}.{nameof(MaxResults)} is 1 or more.");
    } = DefaultMaxResults;

    /// <summary>
    /// What tells this run's report from others of the same commit, e.g. <c>seo/production/</c>. GitHub takes what stands before the
    /// last slash for the category, and the report then replaces the one before of the same category.
    /// </summary>
    /// <value><see langword="null"/> by default: nothing.</value>
    public string? AutomationId { get; init; }
}
