using SeoAudit.Client.Reporting.Html.Data;
using SeoAudit.Client.Reporting.Html.Markup;
using SeoAudit.Client.Reporting.Output;

namespace SeoAudit.Client.Reporting.Html.Sections;

/// <summary>What changed since the run before.</summary>
internal static class ComparisonSection
{
    private const int ListedPages = 15;
    private const int ListedChecks = 10;

    public static void Write(HtmlText html, AuditComparison? comparison)
    {
        if (comparison is null)
        {
            return;
        }

        html.Write($"""
            <section id="comparison" aria-labelledby="comparison-title">
            <h2 id="comparison-title">Changes since the previous run</h2>
            <dl class="card figures">

            """);
        if (comparison is { AverageBefore: { } before, AverageAfter: { } after })
        {
            double delta = comparison.AverageDelta ?? after - before;
            html.Write($"""<div class="figure {Band(delta)}"><dt>Average</dt><dd><b>{Wording.Delta(delta)}</b> <small>{Wording.Score(before)} before, {Wording.Score(after)} now, over pages of both runs</small></dd></div>""");
        }

        WriteFigure(html, "Better", comparison.Better.Count, "good");
        WriteFigure(html, "Worse", comparison.Worse.Count, "poor");
        WriteFigure(html, "Unchanged", comparison.Unchanged, null, comparison.NotComparable > 0 ? $"{Wording.Count(comparison.NotComparable)} not comparable" : null);
        WriteFigure(html, "New", comparison.NewPages.Count, null);
        WriteFigure(html, "Gone", comparison.GonePages.Count, null);
        html.Write($"</dl>\n");
        html.Write($"""<div class="columns">""");
        WriteChanges(html, "Worse pages", comparison.Worse);
        WriteChanges(html, "Better pages", comparison.Better);
        WriteChecks(html, "Checks newly failing", comparison.NewlyFailing);
        WriteChecks(html, "Checks newly passing", comparison.NewlyPassing);
        WritePages(html, "New pages", comparison.NewPages);
        WritePages(html, "Gone pages", comparison.GonePages);
        html.Write($"</div></section>\n");
    }

    private static string? Band(double delta) => delta > 0 ? "good" : delta < 0 ? "poor" : null;

    private static void WriteFigure(HtmlText html, string name, int count, string? band, string? note = null)
    {
        html.Write($"""<div class="figure {(count > 0 ? band : null)}"><dt>{name}</dt><dd><b>{Wording.Count(count)}</b>""");
        if (note is not null)
        {
            html.Write($""" <small>{note}</small>""");
        }

        html.Write($"</dd></div>");
    }

    private static void WriteChanges(HtmlText html, string title, IReadOnlyList<PageChange> changes)
    {
        if (changes.Count == 0)
        {
            return;
        }

        html.Write($"""<div class="card"><h3>{title}</h3><table class="changes"><thead><tr><th scope="col">Page</th><th scope="col" class="number">Before</th><th scope="col" class="number">Now</th><th scope="col" class="number">Change</th></tr></thead><tbody>""");
        foreach (PageChange change in changes.Take(ListedPages))
        {
            html.Write($"""<tr><th scope="row">""");
            html.WritePage(change.After.Url);
            html.Write($"""</th><td class="number" data-label="Before">{Score(change.Before)}</td><td class="number" data-label="Now">{Score(change.After)}</td><td class="number" data-label="Change">{(change.ScoreDelta is { } delta ? Wording.Delta(delta) : "\u2013")}</td></tr>""");
        }

        html.Write($"</tbody></table>");
        WriteMore(html, changes.Count - ListedPages, "pages");
    }

    private static string Score(PageSnapshot page) => page.Score is { } score ? Wording.Score(score)
        : page.Status == OutcomeStatus.NotAttempted ? "not attempted" : "error";

    private static void WriteChecks(HtmlText html, string title, IReadOnlyList<CheckChange> changes)
    {
        if (changes.Count == 0)
        {
            return;
        }

        html.Write($"""<div class="card"><h3>{title}</h3><ul class="plain">""");
        foreach (CheckChange change in changes.Take(ListedChecks))
        {
            html.Write($"""<li class="pair"><span><bdi>{Wording.Excerpt(change.Check.Name, CheckTexts.LongestName)}</bdi> <small class="muted">{ServiceName.Of(change.Check.Service)}</small></span> <span class="number">{Wording.Pages(change.Pages)}</span></li>""");
        }

        html.Write($"</ul>");
        WriteMore(html, changes.Count - ListedChecks, "checks");
    }

    private static void WritePages(HtmlText html, string title, IReadOnlyList<PageSnapshot> pages)
    {
        if (pages.Count == 0)
        {
            return;
        }

        html.Write($"""<div class="card"><h3>{title}</h3><ul class="plain">""");
        foreach (PageSnapshot page in pages.Take(ListedPages))
        {
            html.Write($"""<li class="pair"><span>""");
            html.WritePage(page.Url);
            html.Write($"""</span> <span class="number">{Score(page)}</span></li>""");
        }

        html.Write($"</ul>");
        WriteMore(html, pages.Count - ListedPages, "pages");
    }

    private static void WriteMore(HtmlText html, int more, string what)
    {
        if (more > 0)
        {
            html.Write($"""<p class="muted after">and {Wording.Count(more)} more {what}</p>""");
        }

        html.Write($"</div>\n");
    }
}
