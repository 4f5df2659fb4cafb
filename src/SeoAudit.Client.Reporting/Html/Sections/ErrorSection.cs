using SeoAudit.Client.Reporting.Html.Markup;

namespace SeoAudit.Client.Reporting.Html.Sections;

/// <summary>Why pages have no audit, by kind, with an example each.</summary>
internal static class ErrorSection
{
    private const int LongestMessage = 500;

    public static void Write(HtmlText html, BulkAuditReport report)
    {
        if (report.ErrorsByKind.Count == 0)
        {
            return;
        }

        html.Write($"""
            <section id="errors" aria-labelledby="errors-title">
            <h2 id="errors-title">Errors</h2>
            <div class="card"><table class="errors">
            <caption class="unseen">Pages without an audit, by the kind of error</caption>
            <thead><tr><th scope="col">Kind</th><th scope="col" class="number">Pages</th><th scope="col">For example</th></tr></thead>
            <tbody>

            """);
        foreach (OutcomeErrorCount error in report.ErrorsByKind)
        {
            html.Write($"""<tr><th scope="row"><span class="name"><bdi>{Wording.ErrorKind(error.Kind)}</bdi></span>""");
            if (error.NotAttempted > 0)
            {
                html.Write($"""<small class="muted block">{Wording.Count(error.NotAttempted)} not attempted</small>""");
            }

            html.Write($"""</th><td class="number" data-label="Pages">{Wording.Count(error.Count)}</td><td data-label="For example"><span class="example"><bdi>{Wording.Excerpt(error.ExampleMessage, LongestMessage)}</bdi></span>""");
            html.WritePage(error.ExampleUrl);
            html.Write($"</td></tr>\n");
        }

        html.Write($"</tbody></table></div></section>\n");
    }
}
