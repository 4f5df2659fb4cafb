using SeoAudit.Client.Reporting.Html.Markup;
using SeoAudit.Client.Reporting.Html.Summary;
using SeoAudit.Client.Reporting.Output;

namespace SeoAudit.Client.Reporting.Html.Sections;

/// <summary>The document's head, its heading, and the way to its sections. The policy stands before all that it is about.</summary>
internal static class PageHead
{
    public static void Write(HtmlText html, RunSummary summary)
    {
        html.Write($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{Assets.Policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta name="robots" content="noindex, nofollow">
            <meta name="color-scheme" content="light dark">
            <title>{summary.Title}</title>
            <link rel="icon" href="data:,">
            <style>
            """);
        html.WriteAsset(Assets.Style);
        html.Write($"""
            </style>
            </head>
            <body>
            <a class="skip" href="#main">Skip to the report</a>
            <header class="masthead">
            <h1><bdi>{summary.Title}</bdi></h1>

            """);
        WriteFacts(html, summary);
        WriteNavigation(html, summary);
        html.Write($"""
            </header>
            <main id="main" tabindex="-1">

            """);
    }

    private static void WriteFacts(HtmlText html, RunSummary summary)
    {
        html.Write($"""<p class="facts"><span>{Wording.Pages(summary.Report.Total)}</span> """);
        if (summary.Report.ByService.Count > 0)
        {
            html.Write($"""<span>by {string.Join(", ", summary.Report.ByService.Select(static service => ServiceName.Of(service.Service)))}</span> """);
        }

        if (summary.AuditedAt is var (first, last))
        {
            WritePeriod(html, first, last);
        }

        html.Write($"""
            <span>report made <time datetime="{Wording.Machine(summary.MadeAt)}">{Wording.When(summary.MadeAt)}</time></span></p>

            """);
    }

    private static void WritePeriod(HtmlText html, DateTimeOffset first, DateTimeOffset last)
    {
        html.Write($"""<span>audited <time datetime="{Wording.Machine(first)}">{Wording.When(first)}</time>""");
        if (Wording.When(first) != Wording.When(last))
        {
            string until = first.UtcDateTime.Date == last.UtcDateTime.Date ? Wording.Time(last) : Wording.When(last);
            html.Write($""" to <time datetime="{Wording.Machine(last)}">{until}</time>""");
        }

        html.Write($"</span> ");
    }

    private static void WriteNavigation(HtmlText html, RunSummary summary)
    {
        html.Write($"""<nav aria-label="Sections"><ul>""");
        foreach ((string id, string name, bool shown) in Sections(summary))
        {
            if (shown)
            {
                html.Write($"""<li><a href="#{id}">{name}</a></li>""");
            }
        }

        html.Write($"""
            </ul></nav>

            """);
    }

    private static (string Id, string Name, bool Shown)[] Sections(RunSummary summary) =>
    [
        ("gate", "Quality gate", summary.Gate is not null),
        ("totals", "Overview", true),
        ("problems", "Problems", true),
        ("vitals", "Core Web Vitals", summary.Vitals.Count > 0),
        ("errors", "Errors", summary.Report.ErrorsByKind.Count > 0),
        ("comparison", "Changes", summary.Comparison is not null),
        ("pages", "Pages", true),
    ];
}
