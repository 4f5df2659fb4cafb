using System.Text;

namespace SeoAudit.Client.Reporting.Markdown;

/// <summary>A summary for a pull request's comment: as long as a comment may be, whatever the run.</summary>
internal sealed class MarkdownReportWriter : ReportWriter
{
    /// <summary>The first line, which is not shown: by it a bot finds the comment that it made before, to put the new one in its place.</summary>
    public const string Marker = "<!-- seoaudit-report -->";

    private const int LongestTitle = 200;

    private readonly Stream _output;
    private readonly ReportOptions _options;
    private readonly BulkAuditReportBuilder _report = new(new BulkReportOptions { WorstPages = RunSection.Listed, CommonestChecks = RunSection.Listed });
    private readonly QualityGateEvaluator? _gate;
    private readonly AuditSnapshotBuilder? _pages;

    public MarkdownReportWriter(Stream output, ReportOptions options)
    {
        _output = output;
        _options = options;
        _gate = options.Gate is { } gate ? new QualityGateEvaluator(gate, options.Baseline, options.Comparison) : null;

        // A gate with rules about the baseline keeps the pages itself.
        _pages = options.Baseline is not null && options.Gate is not { NeedsBaseline: true } ? new AuditSnapshotBuilder() : null;
    }

    private protected override ValueTask WriteOutcomeAsync(PageAuditOutcome outcome, CancellationToken cancellationToken)
    {
        _report.Add(outcome);
        _gate?.Add(outcome);
        _pages?.Add(outcome);
        return default;
    }

    private protected override async ValueTask EndAsync(CancellationToken cancellationToken)
    {
        await _output.WriteAsync(Encoding.UTF8.GetBytes(Compose()), cancellationToken).ConfigureAwait(false);
        await _output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private string Compose()
    {
        BulkAuditReport report = _report.Build();
        var document = new MarkdownDocument();
        document.TryAdd($"{Marker}\n## {MarkdownText.Text(_options.Title, LongestTitle)}\n");
        if (_gate is not null)
        {
            GateSection.AddTo(document, _gate.Evaluate());
        }

        RunSection.AddTotals(document, report);
        if (Compare() is { } comparison)
        {
            ComparisonSection.AddTo(document, comparison);
        }

        RunSection.AddWorst(document, report);
        return document.ToString();
    }

    private AuditComparison? Compare() =>
        _pages is null ? _gate?.Compare() : AuditComparison.Between(_options.Baseline!, _pages.Build(), _options.Comparison);
}
