using SeoAudit.Client.Reporting.Html.Markup;
using SeoAudit.Client.Reporting.Html.Summary;
using SeoAudit.Client.Reporting.Output;

namespace SeoAudit.Client.Reporting.Html.Sections;

/// <summary>The figures of the run, and how scores and grades spread.</summary>
internal static class TotalsSection
{
    public static void Write(HtmlText html, RunSummary summary)
    {
        BulkAuditReport report = summary.Report;
        html.Write($"""
            <section id="totals" aria-labelledby="totals-title">
            <h2 id="totals-title">Overview</h2>
            <div class="overview">
            <div class="card score-card">

            """);
        ScoreDial.Write(html, report.AverageScore);
        html.Write($"""<p class="muted">{(report.Audited < report.Total ? "Average over all pages; one without an audit counts as 0" : "Average score")}</p></div>""");
        html.Write($"""<dl class="card figures">""");
        WriteFigure(html, "Pages", Wording.Count(report.Total), null);
        WriteFigure(html, "Passed", Wording.Count(report.Passed), Wording.Share(report.Passed, report.Total), "good");
        WriteFigure(html, "Failed", Wording.Count(report.Failed), "low score or no audit", report.Failed > 0 ? "poor" : null);
        WriteFigure(html, "Errors", Wording.Count(report.Errors), "tried, without an audit");
        WriteFigure(html, "Not attempted", Wording.Count(report.NotAttempted), report.ResumeAt is { } resume ? $"try again from {Wording.When(resume)}" : null);
        WriteFigure(html, "Average of audited", report.AverageAuditedScore is { } average ? Wording.Score(average) : "\u2013", $"over {Wording.Pages(report.Audited)}");
        WriteFigure(html, "Audits used", Wording.Count(report.AuditsUsed), report.Reused > 0 ? $"{Wording.Count(report.Reused)} reused" : "none reused");
        if (report.CreditsUsed is { } credits)
        {
            WriteFigure(html, "Credits used", Wording.Credits(credits), "as estimated");
        }

        html.Write($"""
            </dl>
            </div>
            <div class="charts">

            """);
        ScoreChart.Write(html, summary.Scores, report.Audited);
        GradeChart.Write(html, report.Grades, report.Audited);
        html.Write($"</div>\n");
        WriteServices(html, report.ByService);
        html.Write($"</section>\n");
    }

    private static void WriteFigure(HtmlText html, string name, string value, string? note, string? band = null)
    {
        html.Write($"""<div class="figure {band}"><dt>{name}</dt><dd><b>{value}</b>""");
        if (note is not null)
        {
            html.Write($""" <small>{note}</small>""");
        }

        html.Write($"</dd></div>\n");
    }

    private static void WriteServices(HtmlText html, IReadOnlyList<ServiceUsage> services)
    {
        if (services.Count < 2)
        {
            return;
        }

        html.Write($"""
            <div class="card scroll" role="region" aria-label="By service" tabindex="0"><table>
            <caption>By service</caption>
            <thead><tr><th scope="col">Service</th><th scope="col" class="number">Audited</th><th scope="col" class="number">Errors</th><th scope="col" class="number">Not attempted</th><th scope="col" class="number">Average score</th></tr></thead><tbody>

            """);
        foreach (ServiceUsage service in services)
        {
            html.Write($"""<tr><th scope="row">{ServiceName.Of(service.Service)}</th><td class="number">{Wording.Count(service.Audited)}</td><td class="number">{Wording.Count(service.Errors)}</td>""");
            html.Write($"""<td class="number">{Wording.Count(service.NotAttempted)}</td><td class="number">{(service.AverageAuditedScore is { } average ? Wording.Score(average) : "\u2013")}</td></tr>""");
        }

        html.Write($"</tbody></table></div>\n");
    }
}
