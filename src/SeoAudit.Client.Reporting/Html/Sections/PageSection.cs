using SeoAudit.Client.Reporting.Html.Markup;
using SeoAudit.Client.Reporting.Html.Summary;
using SeoAudit.Client.Reporting.Output;

namespace SeoAudit.Client.Reporting.Html.Sections;

/// <summary>
/// The pages: a plain table of the worst for print and for hosts that run no script, and the frame of the full one, hidden until the
/// script fills it.
/// </summary>
internal static class PageSection
{
    public static void Write(HtmlText html, RunSummary summary)
    {
        html.Write($"""
            <section id="pages" aria-labelledby="pages-title">
            <h2 id="pages-title" tabindex="-1">Pages</h2>

            """);
        WriteWorst(html, summary.Report);
        html.Write($"""<div id="browser" hidden>""");
        WriteControls(html);
        WriteTable(html, summary);
        html.Write($"</div></section>\n");
    }

    private static void WriteWorst(HtmlText html, BulkAuditReport report)
    {
        html.Write($"""<div class="static card">""");
        if (report.WorstPages.Count == 0)
        {
            html.Write($"""<p class="empty">No page has an audit.</p></div>""");
            return;
        }

        html.Write($"""
            <table class="worst">
            <caption>{(report.WorstPages.Count < report.Audited ? $"The {report.WorstPages.Count} pages with the lowest scores, of {Wording.Count(report.Audited)} audited" : "Audited pages, lowest score first")}</caption>
            <thead><tr><th scope="col">Page</th><th scope="col" class="number">Score</th><th scope="col">Grade</th><th scope="col">Service</th></tr></thead><tbody>

            """);
        foreach (ScoredPage page in report.WorstPages)
        {
            html.Write($"""<tr><th scope="row">""");
            html.WritePage(page.Url);
            html.Write($"""</th><td class="number"><span class="score {Bands.Of(page.Score)}">{Wording.Score(page.Score)}</span></td><td><bdi>{(page.Grade is { Value.Length: > 0 } grade ? Wording.Excerpt(grade.Value, 24) : "\u2013")}</bdi></td><td>{ServiceName.Of(page.Service)}</td></tr>""");
        }

        html.Write($"""
            </tbody></table>
            <p class="muted after screen">All pages, with search, filters and details, are shown by the script of this file. Where the site that serves it lets none run, save the file and open it from disk.</p>
            </div>

            """);
    }

    private static void WriteControls(HtmlText html) => html.Write($"""
        <form id="filters" class="controls" role="search" aria-label="Filter pages">
        <label class="wide">Search <input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="Address, title, description or error"></label>
        <label>Status <select id="status"><option value="">All</option><option value="passed">Passed</option><option value="failed">Failed</option><option value="error">Error</option><option value="skipped">Not attempted</option></select></label>
        <label>Grade <select id="grade"><option value="">All</option></select></label>
        <label>Service <select id="service"><option value="">All</option></select></label>
        <label class="wide">Failed check <select id="check"><option value="">Any or none</option></select></label>
        <button type="reset" id="clear">Clear filters</button>
        </form>
        <p id="result" role="status"></p>

        """);

    private static void WriteTable(HtmlText html, RunSummary summary)
    {
        html.Write($"""
            <div class="card"><table id="table" role="table" aria-labelledby="pages-title" aria-describedby="result">
            <thead role="rowgroup"><tr role="row">
            """);
        WriteColumn(html, "url", "Page", false);
        WriteColumn(html, "status", "Status", false);
        WriteColumn(html, "score", "Score", true);
        WriteColumn(html, "grade", "Grade", false);
        WriteColumn(html, "failures", "Failed checks", true);
        if (summary.Report.ByService.Count > 1)
        {
            WriteColumn(html, "service", "Service", false);
        }

        foreach (VitalSummary vital in summary.Vitals)
        {
            WriteColumn(html, vital.Vital.Key.ToLowerInvariant(), vital.Vital.Key, true);
        }

        if (summary.Comparison is not null)
        {
            WriteColumn(html, "change", "Change", true);
        }

        html.Write($"""
            </tr></thead><tbody role="rowgroup" id="rows"></tbody></table></div>
            <nav class="pager" aria-label="Pages of the table">
            <button type="button" id="first">First</button>
            <button type="button" id="previous">Previous</button>
            <span id="position"></span>
            <button type="button" id="next">Next</button>
            <button type="button" id="last">Last</button>
            <label>Rows <select id="size"><option>25</option><option selected>50</option><option>100</option><option>250</option></select></label>
            </nav>

            """);
    }

    private static void WriteColumn(HtmlText html, string key, string name, bool isNumber) =>
        html.Write($"""<th role="columnheader" scope="col" data-key="{key}" class="{(isNumber ? "number" : null)}"><button type="button">{name}<span class="arrow" aria-hidden="true"></span></button></th>""");
}
