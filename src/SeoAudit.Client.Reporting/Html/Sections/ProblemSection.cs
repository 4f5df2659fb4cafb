using System.Globalization;
using SeoAudit.Client.Reporting.Html.Data;
using SeoAudit.Client.Reporting.Html.Markup;
using SeoAudit.Client.Reporting.Html.Summary;
using SeoAudit.Client.Reporting.Output;

namespace SeoAudit.Client.Reporting.Html.Sections;

/// <summary>The checks that most pages fail: where work pays most.</summary>
internal static class ProblemSection
{
    public static void Write(HtmlText html, RunSummary summary)
    {
        BulkAuditReport report = summary.Report;
        html.Write($"""
            <section id="problems" aria-labelledby="problems-title">
            <h2 id="problems-title">Commonest problems</h2>

            """);
        if (report.FailedChecks.Count == 0)
        {
            html.Write($"""
                <p class="card empty">No page fails a check.</p>
                </section>

                """);
            return;
        }

        (FailedCheckCount Check, CheckNote? Note)[] checks = [.. report.FailedChecks.Select(check => (check, summary.Notes.GetValueOrDefault((check.Service, check.Key ?? check.Name))))];
        bool hasSeverity = checks.Any(static check => !string.IsNullOrEmpty(check.Note?.Severity));
        html.Write($"""
            <div class="card"><table class="problems">
            <caption class="unseen">Checks by the number of pages that fail them</caption>
            <thead><tr><th scope="col">Check</th>
            """);
        if (hasSeverity)
        {
            html.Write($"""<th scope="col">Severity</th>""");
        }

        html.Write($"""
            <th scope="col" class="number">Pages</th><th scope="col" class="share">Share of audited pages</th></tr></thead>
            <tbody>

            """);
        foreach ((FailedCheckCount check, CheckNote? note) in checks)
        {
            WriteName(html, check, note, report);
            if (hasSeverity)
            {
                WriteSeverity(html, note?.Severity);
            }

            WritePages(html, check, report);
        }

        html.Write($"</tbody></table>");
        if (report.OtherFailedChecks > 0)
        {
            html.Write($"""<p class="muted after">Further checks failed {Wording.Count(report.OtherFailedChecks)} times.</p>""");
        }

        html.Write($"</div></section>\n");
    }

    private static void WriteName(HtmlText html, FailedCheckCount check, CheckNote? note, BulkAuditReport report)
    {
        html.Write($"""<tr><th scope="row"><span class="name"><bdi>{Wording.Excerpt(check.Name, CheckTexts.LongestName)}</bdi></span>""");
        string source = report.ByService.Count > 1 ? ServiceName.Of(check.Service) : string.Empty;
        string[] about = [.. new[] { source, note?.Category ?? string.Empty }.Where(static part => part.Length > 0)];
        if (about.Length > 0)
        {
            html.Write($""" <small class="muted"><bdi>{string.Join(" \u00B7 ", about)}</bdi></small>""");
        }

        if (note is { Message.Length: > 0 })
        {
            html.Write($"""<span class="example">e.g. <bdi>{note.Message}</bdi></span>""");
        }

        html.Write($"</th>");
    }

    private static void WriteSeverity(HtmlText html, string? severity)
    {
        bool isKnown = !string.IsNullOrEmpty(severity);
        html.Write($"""<td><span class="severity {(isKnown ? SeverityClass(severity) : "unknown")}"><bdi>{(isKnown ? severity : "\u2013")}</bdi></span></td>""");
    }

    private static void WritePages(HtmlText html, FailedCheckCount check, BulkAuditReport report)
    {
        html.Write($"""<td class="number" data-label="Pages" data-service="{ServiceName.Of(check.Service)}" data-check="{CheckTexts.Id(check.Key, check.Name)}">{Wording.Count(check.Pages)}</td>""");
        string width = (100.0 * check.Pages / Math.Max(1, report.Audited)).ToString("0.#", CultureInfo.InvariantCulture);
        html.Write($"""
            <td class="share"><svg class="meter" width="120" height="8" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="8" fill="#8883"/><rect class="fill" width="{width}" height="8" fill="#3d78b8"/></svg> <span class="percent">{Wording.Share(check.Pages, report.Audited)}</span></td></tr>

            """);
    }

    private static string SeverityClass(string? severity) => severity?.ToUpperInvariant() switch
    {
        "CRITICAL" or "SERIOUS" or "ERROR" or "HIGH" => "poor",
        "MAJOR" or "MODERATE" or "WARNING" or "MEDIUM" => "fair",
        _ => "none",
    };
}
