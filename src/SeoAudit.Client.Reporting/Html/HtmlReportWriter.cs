namespace SeoAudit.Client.Reporting.Html;

internal sealed class HtmlReportWriter(Stream output, ReportOptions options) : ReportWriter
{
    private protected override ValueTask WriteOutcomeAsync(PageAuditOutcome outcome, CancellationToken cancellationToken) => throw new NotSupportedException(options.Title);

    private protected override ValueTask EndAsync(CancellationToken cancellationToken) => throw new NotSupportedException(output.ToString());
}
