namespace SeoAudit.Client.Reporting.Json;

/// <summary>A page a line, each handed to the output whole and flushed, so that a run that is killed leaves whole lines.</summary>
internal sealed class JsonLinesReportWriter(Stream output, ReportOptions options) : ReportWriter
{
    private readonly JsonOutput _line = new(indented: false);
    private readonly PageJson _pages = new(options.Json, options.TimeProvider ?? TimeProvider.System);

    private protected override async ValueTask WriteOutcomeAsync(PageAuditOutcome outcome, CancellationToken cancellationToken)
    {
        _line.BeginAnew();
        _pages.Write(_line.Json, outcome);
        _line.EndLine();
        await output.WriteAsync(_line.Written, cancellationToken).ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private protected override ValueTask EndAsync(CancellationToken cancellationToken) => new(output.FlushAsync(cancellationToken));

    private protected override ValueTask ReleaseAsync()
    {
        _line.Dispose();
        return default;
    }
}
