using System.Globalization;
using SeoAudit.Client.Reporting.Html.Markup;
using SeoAudit.Client.Reporting.Html.Summary;

namespace SeoAudit.Client.Reporting.Html.Sections;

/// <summary>The Core Web Vitals against their published bounds.</summary>
internal static class VitalSection
{
    public static void Write(HtmlText html, IReadOnlyList<VitalSummary> vitals)
    {
        if (vitals.Count == 0)
        {
            return;
        }

        html.Write($"""
            <section id="vitals" aria-labelledby="vitals-title">
            <h2 id="vitals-title">Core Web Vitals</h2>
            <div class="vitals">

            """);
        foreach (VitalSummary vital in vitals)
        {
            WriteCard(html, vital);
        }

        html.Write($"""
            </div>
            <p class="muted after">The large figure is the 75th percentile: three quarters of the measured pages keep to it (at most 1% too high). Each value is of one page load in the laboratory, not of your visitors.</p>
            </section>

            """);
    }

    private static void WriteCard(HtmlText html, VitalSummary summary)
    {
        Vital vital = summary.Vital;
        string id = vital.Key.ToLowerInvariant();
        html.Write($"""
            <article class="card vital" aria-labelledby="{id}-title">
            <h3 id="{id}-title">{vital.Name} <abbr>({vital.Key})</abbr></h3>
            <p class="percentile {Class(summary.Rating)}"><b>{vital.Format(summary.Percentile75)}</b> <span class="rating">{Name(summary.Rating)}</span></p>
            <svg class="stack" width="240" height="12" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
            """);
        double left = 0;
        foreach ((VitalRating rating, int pages, _) in Ratings(summary))
        {
            double width = 100.0 * pages / summary.Pages;
            html.Write($"""<rect class="{Class(rating)}" x="{Number(left)}" width="{Number(width)}" height="12" fill="{Bands.Fill(Class(rating))}"/>""");
            left += width;
        }

        html.Write($"""</svg><dl class="ratings">""");
        foreach ((VitalRating rating, int pages, string bounds) in Ratings(summary))
        {
            html.Write($"""<div><dt class="{Class(rating)}"><svg class="swatch" width="10" height="10" viewBox="0 0 10 10" aria-hidden="true"><rect width="10" height="10" rx="3" fill="{Bands.Fill(Class(rating))}"/></svg> {Name(rating)} <small class="muted">{bounds}</small></dt><dd>{Wording.Count(pages)} <small class="muted">{Wording.Share(pages, summary.Pages)}</small></dd></div>""");
        }

        html.Write($"</dl></article>\n");
    }

    private static (VitalRating Rating, int Pages, string Bounds)[] Ratings(VitalSummary summary)
    {
        Vital vital = summary.Vital;
        return
        [
            (VitalRating.Good, summary.Good, $"up to {vital.Format(vital.Good)}"),
            (VitalRating.NeedsImprovement, summary.NeedsImprovement, $"up to {vital.Format(vital.Fair)}"),
            (VitalRating.Poor, summary.Poor, $"above {vital.Format(vital.Fair)}"),
        ];
    }

    private static string Class(VitalRating rating) => rating switch
    {
        VitalRating.Good => "good",
        VitalRating.NeedsImprovement => "fair",
        _ => "poor",
    };

    private static string Name(VitalRating rating) => rating switch
    {
        VitalRating.Good => "Good",
        VitalRating.NeedsImprovement => "Needs improvement",
        _ => "Poor",
    };

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
