using System.Globalization;
using SeoAudit.Client.Reporting.Output;

namespace SeoAudit.Client.Reporting.JUnit;

/// <summary>
/// JUnit XML. Test cases carry nothing but their verdict, because the schemas in use agree on no more; the score and the vitals of
/// every page are lines of the suite's output.
/// </summary>
internal sealed class JUnitReportWriter : ReportWriter
{
    private readonly Stream _output;
    private readonly string _title;
    private readonly DateTimeOffset _startedAt;
    private readonly BulkAuditReportBuilder _report;
    private readonly QualityGateEvaluator? _gate;
    private readonly Spool _cases = new();
    private readonly Spool _lines = new();
    private readonly XmlBuffer _xml = new();

    public JUnitReportWriter(Stream output, ReportOptions options)
    {
        _output = output;
        _title = options.Title;
        _startedAt = (options.TimeProvider ?? TimeProvider.System).GetUtcNow();
        _report = new BulkAuditReportBuilder(new BulkReportOptions { TimeProvider = options.TimeProvider, WorstPages = 0, CommonestChecks = 0 });
        _gate = options.Gate is { } gate ? new QualityGateEvaluator(gate, options.Baseline, options.Comparison) : null;
    }

    private protected override async ValueTask WriteOutcomeAsync(PageAuditOutcome outcome, CancellationToken cancellationToken)
    {
        _report.Add(outcome);
        _gate?.Add(outcome);
        JUnitTestCase.Write(_xml.Writer, outcome);
        await _cases.WriteAsync(_xml.Take(), cancellationToken).ConfigureAwait(false);
        WriteLine(outcome);
        await _lines.WriteAsync(_xml.Take(), cancellationToken).ConfigureAwait(false);
    }

    // The counts stand in the head, so that nothing can be put out before the end.
    private protected override async ValueTask EndAsync(CancellationToken cancellationToken)
    {
        BulkAuditReport report = _report.Build();
        var suite = new JUnitSuite(0, _title)
        {
            Tests = report.Total,
            Failures = report.Audited - report.Passed,
            Errors = report.Errors,
            Skipped = report.NotAttempted,
            StartedAt = _startedAt,
            Duration = report.Duration,
        };
        WriteStart(suite, report);
        await _output.WriteAsync(_xml.Take(), cancellationToken).ConfigureAwait(false);
        await _cases.CopyToAsync(_output, cancellationToken).ConfigureAwait(false);
        JUnitSuite.WriteStartOfOutput(_xml.Writer);
        await _output.WriteAsync(_xml.Take(), cancellationToken).ConfigureAwait(false);
        await _lines.CopyToAsync(_output, cancellationToken).ConfigureAwait(false);
        WriteEnd();
        await _output.WriteAsync(_xml.Take(), cancellationToken).ConfigureAwait(false);
        await _output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private protected override async ValueTask ReleaseAsync()
    {
        await _cases.DisposeAsync().ConfigureAwait(false);
        await _lines.DisposeAsync().ConfigureAwait(false);
        _xml.Dispose();
    }

    private void WriteLine(PageAuditOutcome outcome) => _xml.Writer.WriteString(LineOf(outcome));

    private void WriteStart(JUnitSuite suite, BulkAuditReport report)
    {
        _xml.Writer.WriteRaw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        _xml.Writer.WriteStartElement("testsuites");
        suite.WriteStart(_xml.Writer, PropertiesOf(report));
    }

    private void WriteEnd()
    {
        JUnitSuite.WriteEndOfOutput(_xml.Writer);
        if (_gate is not null)
        {
            JUnitGateSuite.Write(_xml.Writer, _gate.Evaluate(), _startedAt);
        }

        _xml.Writer.WriteWhitespace("\n");
        _xml.Writer.WriteEndElement();
        _xml.Writer.WriteWhitespace("\n");
    }

    private static Dictionary<string, string> PropertiesOf(BulkAuditReport report)
    {
        var properties = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["average_score"] = report.AverageScore.ToString("0.0", CultureInfo.InvariantCulture),
            ["passed"] = report.Passed.ToString(CultureInfo.InvariantCulture),
        };
        if (report.AverageAuditedScore is { } average)
        {
            properties["average_audited_score"] = average.ToString("0.0", CultureInfo.InvariantCulture);
        }

        if (report.ResumeAt is { } resumeAt)
        {
            properties["resume_at"] = resumeAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        }

        return properties;
    }

    private static string LineOf(PageAuditOutcome outcome)
    {
        string verdict = outcome.Audit is { } audit
            ? string.Create(CultureInfo.InvariantCulture, $"{audit.Score} {audit.Grade?.Value}").TrimEnd()
            : OutcomeErrorKind.Of(outcome.Error!).Value;
        string vitals = JUnitVitals.Describe(outcome.Audit?.CoreWebVitals);
        return XmlText.Line($"{verdict}  {ShownAddress.Of(outcome.Url)}{(vitals.Length > 0 ? "  " : string.Empty)}{vitals}") + "\n";
    }
}
