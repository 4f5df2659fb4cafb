using System.Globalization;
using SeoAudit.Client.Reporting.Output;

namespace SeoAudit.Client.Reporting;

/// <summary>A column of a CSV report: one of those here, or one of your own.</summary>
public sealed class CsvReportColumn
{
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    private readonly Func<PageAuditOutcome, string?> _value;

    private CsvReportColumn(string heading, Func<PageAuditOutcome, string?> value, bool isText)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(heading);
        ArgumentNullException.ThrowIfNull(value);
        Heading = heading;
        IsText = isText;
        _value = value;
    }

    /// <summary>The URL as it was handed in, escaped where it holds anything but plain characters, without a user name and a password.</summary>
    public static CsvReportColumn Url { get; } = Text("URL", static outcome => ShownAddress.Of(outcome.Url));

    /// <summary>The score, 0 to 100; 0 where there is no audit.</summary>
    public static CsvReportColumn Score { get; } = Number("Score", static outcome => outcome.GuideScore());

    /// <summary>The grade; F where there is no audit, empty where the service gives none.</summary>
    public static CsvReportColumn Grade { get; } = Text("Grade", static outcome => outcome.GuideGrade());

    /// <summary>The page's title.</summary>
    public static CsvReportColumn Title { get; } = Text("Title", static outcome => outcome.Audit?.Metadata.Title);

    /// <summary>The page's meta description.</summary>
    public static CsvReportColumn Description { get; } = Text("Description", static outcome => outcome.Audit?.Metadata.Description);

    /// <summary>The page's canonical address.</summary>
    public static CsvReportColumn Canonical { get; } = Text("Canonical", static outcome => outcome.Audit?.Metadata.Canonical);

    /// <summary>The page's Open Graph title.</summary>
    public static CsvReportColumn OgTitle { get; } = Text("OG Title", static outcome => outcome.Audit?.Metadata.OgTitle);

    /// <summary>The address of the page's Open Graph image.</summary>
    public static CsvReportColumn OgImage { get; } = Text("OG Image", static outcome => outcome.Audit?.Metadata.OgImage);

    /// <summary>How many checks passed.</summary>
    public static CsvReportColumn ChecksPassed { get; } =
        Number("Checks Passed", static outcome => outcome.CountChecks(GuideTerms.IsPassed));

    /// <summary>How many checks did not pass, warnings included, as in the SEOPeek guide.</summary>
    public static CsvReportColumn ChecksFailed { get; } =
        Number("Checks Failed", static outcome => outcome.CountChecks(static check => !check.IsPassed()));

    /// <summary>Why there is no audit; empty where there is one.</summary>
    public static CsvReportColumn Error { get; } = Text("Error", static outcome => outcome.Error?.Message);

    /// <summary>The page's Open Graph description.</summary>
    public static CsvReportColumn OgDescription { get; } = Text("OG Description", static outcome => outcome.Audit?.Metadata.OgDescription);

    /// <summary>The place of the URL in the input, from 0.</summary>
    public static CsvReportColumn Index { get; } = Number("Index", static outcome => outcome.Index);

    /// <summary>The service: <c>seopeek</c>, <c>seogent</c> or <c>metricspot</c>; empty where none was asked.</summary>
    public static CsvReportColumn Service { get; } = Text("Service", static outcome => ReportWords.Of(outcome.Service));

    /// <summary>What became of the page: <c>audited</c>, <c>failed</c> or <c>not_attempted</c>.</summary>
    public static CsvReportColumn Status { get; } = Text("Status", static outcome => ReportWords.Of(outcome.Status));

    /// <summary>Whether the score reaches the threshold: <c>true</c> or <c>false</c>.</summary>
    public static CsvReportColumn Passed { get; } = Text("Passed", static outcome => outcome.IsPassed ? "true" : "false");

    /// <summary>The score from which a page passes.</summary>
    public static CsvReportColumn PassThreshold { get; } = Number("Pass Threshold", static outcome => outcome.PassThreshold);

    /// <summary>Where the outcome comes from: <c>service</c>, <c>cache</c>, <c>earlier</c> or <c>journal</c>.</summary>
    public static CsvReportColumn Origin { get; } = Text("Origin", static outcome => ReportWords.Of(outcome.Origin));

    /// <summary>The credits that the page took; empty where nobody said.</summary>
    public static CsvReportColumn Credits { get; } = Number("Credits", static outcome => outcome.Credits);

    /// <summary>When the page was audited, in ISO 8601; empty where the service does not say.</summary>
    public static CsvReportColumn AuditedAt { get; } = Time("Audited At", static outcome => outcome.Audit?.AuditedAt);

    /// <summary>When the page may be tried again, in ISO 8601; empty where nobody said.</summary>
    public static CsvReportColumn RetryAt { get; } = Time("Retry At", static outcome => outcome.RetryAt);

    /// <summary>The kind of the error, e.g. <c>rate_limited</c> (<see cref="OutcomeErrorKind"/>); empty where there is an audit.</summary>
    public static CsvReportColumn ErrorKind { get; } =
        Text("Error Kind", static outcome => outcome.Error is { } error ? OutcomeErrorKind.Of(error).Value : null);

    /// <summary>The service's own code for the error; empty where there is none.</summary>
    public static CsvReportColumn ErrorCode { get; } = Text("Error Code", static outcome => outcome.Error?.ErrorCode);

    /// <summary>The HTTP status of the failed call; empty where no answer came.</summary>
    public static CsvReportColumn HttpStatus { get; } = Number("HTTP Status", static outcome => (double?)(int?)outcome.Error?.StatusCode);

    /// <summary>The id of the scan or audit that an error is about, to take it up again; empty where there is none.</summary>
    public static CsvReportColumn OperationId { get; } = Text("Operation Id", static outcome => outcome.Error?.OperationId);

    /// <summary>Largest Contentful Paint in milliseconds; empty where it was not measured, as with all timings.</summary>
    public static CsvReportColumn Lcp { get; } = Milliseconds("LCP (ms)", static vitals => vitals.Lcp);

    /// <summary>Cumulative Layout Shift, without a unit.</summary>
    public static CsvReportColumn Cls { get; } = Number("CLS", static outcome => outcome.Audit?.CoreWebVitals?.Cls);

    /// <summary>Interaction to Next Paint in milliseconds.</summary>
    public static CsvReportColumn Inp { get; } = Milliseconds("INP (ms)", static vitals => vitals.Inp);

    /// <summary>First Contentful Paint in milliseconds.</summary>
    public static CsvReportColumn Fcp { get; } = Milliseconds("FCP (ms)", static vitals => vitals.Fcp);

    /// <summary>Time to First Byte in milliseconds.</summary>
    public static CsvReportColumn Ttfb { get; } = Milliseconds("TTFB (ms)", static vitals => vitals.Ttfb);

    /// <summary>Total Blocking Time in milliseconds.</summary>
    public static CsvReportColumn Tbt { get; } = Milliseconds("TBT (ms)", static vitals => vitals.Tbt);

    /// <summary>The service's performance score, 0 to 100.</summary>
    public static CsvReportColumn PerformanceScore { get; } =
        Number("Performance Score", static outcome => outcome.Audit?.CoreWebVitals?.PerformanceScore);

    /// <summary>How many checks gave a warning; they are among those of <see cref="ChecksFailed"/>.</summary>
    public static CsvReportColumn Warnings { get; } =
        Number("Warnings", static outcome => outcome.CountChecks(static check => check.Status == CheckStatus.Warning));

    /// <summary>The names of the checks that did not pass, warnings included, with <c>; </c> between them.</summary>
    public static CsvReportColumn FailedChecks { get; } = Text(
        "Failed Checks",
        static outcome => string.Join("; ", (outcome.Audit?.Checks ?? []).Where(static check => !check.IsPassed()).Select(static check => check.Name)));

    /// <summary>The eleven columns of the SEOPeek guide, in its order.</summary>
    public static IReadOnlyList<CsvReportColumn> Guide { get; } =
        [Url, Score, Grade, Title, Description, Canonical, OgTitle, OgImage, ChecksPassed, ChecksFailed, Error];

    /// <summary>All columns that are here: the guide's, then the others.</summary>
    public static IReadOnlyList<CsvReportColumn> All { get; } =
    [
        .. Guide, OgDescription, Index, Service, Status, Passed, PassThreshold, Origin, Credits, AuditedAt, RetryAt, ErrorKind, ErrorCode,
        HttpStatus, OperationId, Lcp, Cls, Inp, Fcp, Ttfb, Tbt, PerformanceScore, Warnings, FailedChecks,
    ];

    /// <summary>What stands above the column.</summary>
    public string Heading { get; }

    /// <summary>Whether the cells are text, which may have to be kept from being run as a formula; numbers and times never are.</summary>
    public bool IsText { get; }

    /// <summary>A column of text.</summary>
    /// <param name="heading">What stands above it.</param>
    /// <param name="value">The cell of a page; null for an empty one.</param>
    /// <returns>The column.</returns>
    /// <exception cref="ArgumentException">The heading is empty.</exception>
    public static CsvReportColumn Text(string heading, Func<PageAuditOutcome, string?> value) => new(heading, value, isText: true);

    /// <summary>A column of numbers, written with a decimal point wherever in the world.</summary>
    /// <param name="heading">What stands above it.</param>
    /// <param name="value">The cell of a page; null, or what is no finite number, for an empty one.</param>
    /// <returns>The column.</returns>
    /// <exception cref="ArgumentException">The heading is empty.</exception>
    public static CsvReportColumn Number(string heading, Func<PageAuditOutcome, double?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new CsvReportColumn(
            heading,
            outcome => value(outcome) is { } number && double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : null,
            isText: false);
    }

    /// <summary>A column of moments, written in ISO 8601 with their offset.</summary>
    /// <param name="heading">What stands above it.</param>
    /// <param name="value">The cell of a page; null for an empty one.</param>
    /// <returns>The column.</returns>
    /// <exception cref="ArgumentException">The heading is empty.</exception>
    public static CsvReportColumn Time(string heading, Func<PageAuditOutcome, DateTimeOffset?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new CsvReportColumn(heading, outcome => value(outcome)?.ToString(Moment, CultureInfo.InvariantCulture), isText: false);
    }

    /// <summary>The heading.</summary>
    /// <returns>The heading.</returns>
    public override string ToString() => Heading;

    internal string Cell(PageAuditOutcome outcome) => _value(outcome) ?? string.Empty;

    private static CsvReportColumn Milliseconds(string heading, Func<CoreWebVitals, TimeSpan?> value) =>
        Number(heading, outcome => outcome.Audit?.CoreWebVitals is { } vitals ? value(vitals)?.TotalMilliseconds : null);
}
