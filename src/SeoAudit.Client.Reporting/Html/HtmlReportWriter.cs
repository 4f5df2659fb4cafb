using SeoAudit.Client.Reporting.Html.Data;
using SeoAudit.Client.Reporting.Html.Summary;

namespace SeoAudit.Client.Reporting.Html;

/// <summary>
/// Writes one self-contained page. What the run as a whole came to stands at its top and is known at its end, so the pages are kept
/// in a spool and the document is written when the report is completed.
/// </summary>
internal sealed class HtmlReportWriter(Stream output, ReportOptions options) : ReportWriter
{
    private readonly RunTally _run = new(options);
    private readonly PageData _pages = new();

    private protected override ValueTask WriteOutcomeAsync(PageAuditOutcome outcome, CancellationToken cancellationToken)
    {
        _run.Add(outcome);
        return _pages.AddAsync(outcome, cancellationToken);
    }

    private protected override async ValueTask EndAsync(CancellationToken cancellationToken) =>
        await HtmlPage.WriteAsync(output, _run.ToSummary(), _pages, cancellationToken).ConfigureAwait(false);

    private protected override ValueTask ReleaseAsync() => _pages.DisposeAsync();
}
