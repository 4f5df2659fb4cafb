using SeoAudit.Client.Reporting.Html.Markup;

namespace SeoAudit.Client.Reporting.Html.Sections;

/// <summary>How the scores spread, in ten steps; a picture, and the same as a table for those who do not see it.</summary>
internal static class ScoreChart
{
    private const int Left = 12;
    private const int Step = 42;
    private const int Floor = 178;
    private const int Height = 140;

    public static void Write(HtmlText html, IReadOnlyList<int> counts, int audited)
    {
        int most = Math.Max(1, counts.Max());
        html.Write($"""
            <figure class="card chart">
            <figcaption>Scores</figcaption>
            <svg width="450" height="210" viewBox="0 0 450 210" role="img" aria-labelledby="scores-title scores-text">
            <title id="scores-title">Distribution of scores</title>
            <desc id="scores-text">{Describe(counts, audited)}</desc>
            <line class="axis" x1="8" y1="178.5" x2="436" y2="178.5" stroke="#888"/>

            """);
        for (var step = 0; step < counts.Count; step++)
        {
            WriteBar(html, step, counts[step], most);
        }

        html.Write($"""<text class="tick" x="432" y="198" text-anchor="middle" font-size="13" fill="currentColor">100</text></svg>""");
        WriteTable(html, counts);
        html.Write($"</figure>\n");
    }

    private static void WriteBar(HtmlText html, int step, int count, int most)
    {
        int left = Left + (step * Step);
        int height = count == 0 ? 0 : Math.Max(2, (int)Math.Round((double)Height * count / most));
        string band = Bands.Of(step * 10);
        html.Write($"""<rect class="bar {band}" x="{left + 3}" y="{Floor - height}" width="{Step - 6}" height="{height}" rx="3" fill="{Bands.Fill(band)}"/>""");
        if (count > 0)
        {
            html.Write($"""<text class="count" x="{left + (Step / 2)}" y="{Floor - height - 7}" text-anchor="middle" font-size="13" fill="currentColor">{Wording.Count(count)}</text>""");
        }

        html.Write($"""
            <text class="tick" x="{left}" y="198" text-anchor="middle" font-size="13" fill="currentColor">{step * 10}</text>

            """);
    }

    private static string Describe(IReadOnlyList<int> counts, int audited)
    {
        if (audited == 0)
        {
            return "No page has a score.";
        }

        int good = counts.Skip((int)(Bands.Good / 10)).Sum();
        int poor = counts.Take((int)(Bands.Fair / 10)).Sum();
        return $"{Wording.Count(good)} of {Wording.Pages(audited)} score 70 or more, {Wording.Count(audited - good - poor)} from 50 to below 70, {Wording.Count(poor)} below 50.";
    }

    private static void WriteTable(HtmlText html, IReadOnlyList<int> counts)
    {
        html.Write($"""<table class="unseen"><caption>Pages by score</caption><thead><tr><th scope="col">Score</th><th scope="col">Pages</th></tr></thead><tbody>""");
        for (var step = 0; step < counts.Count; step++)
        {
            html.Write($"""<tr><th scope="row">{(step == 9 ? "90 to 100" : $"{step * 10} to below {(step + 1) * 10}")}</th><td>{Wording.Count(counts[step])}</td></tr>""");
        }

        html.Write($"</tbody></table>");
    }
}
