using System.Text;
using SeoAudit.Client.Reporting.Html.Data;
using SeoAudit.Client.Reporting.Html.Markup;
using SeoAudit.Client.Reporting.Html.Sections;
using SeoAudit.Client.Reporting.Html.Summary;

namespace SeoAudit.Client.Reporting.Html;

/// <summary>The whole document: everything a reader needs as plain HTML, then the pages as data, then the script that makes a table of them.</summary>
internal static class HtmlPage
{
    public static async Task WriteAsync(Stream output, RunSummary summary, PageData pages, CancellationToken cancellationToken)
    {
        var html = new HtmlText();
        PageHead.Write(html, summary);
        GateSection.Write(html, summary.Gate);
        TotalsSection.Write(html, summary);
        ProblemSection.Write(html, summary);
        VitalSection.Write(html, summary.Vitals);
        ErrorSection.Write(html, summary.Report);
        ComparisonSection.Write(html, summary.Comparison);
        PageSection.Write(html, summary);
        PageFoot.Write(html);
        html.Write($"""<script type="application/json" id="data">""");
        await WriteAsync(output, html.ToString(), cancellationToken).ConfigureAwait(false);
        await pages.WriteToAsync(output, summary.Comparison, cancellationToken).ConfigureAwait(false);
        await WriteAsync(output, $"</script>\n<script>{Assets.Script}</script>\n</body>\n</html>\n", cancellationToken).ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    // Nothing but ASCII ever comes here: what is not is encoded by number, so that a host that names a wrong character set changes nothing.
    private static ValueTask WriteAsync(Stream output, string html, CancellationToken cancellationToken) =>
        output.WriteAsync(Encoding.ASCII.GetBytes(html), cancellationToken);
}
