using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SeoAudit.Client.Reporting.Html.Sections;
using SeoAudit.Client.Reporting.Tests.Html.Support;

namespace SeoAudit.Client.Reporting.Tests.Html;

public sealed class ComparisonSectionTests
{
    [Fact]
    public void Without_a_previous_run_there_is_none() => Assert.Empty(Rendering.ToHtml(static html => ComparisonSection.Write(html, null)));

    [Fact]
    public void It_counts_the_changes_and_lists_the_greatest()
    {
        AuditComparison comparison = SampleSummaries.Comparison() with
        {
            Worse = [.. Enumerable.Range(1, 18).Select(static page => SampleSummaries.Change($"https://a.example/{page}", 90, 50 + page))],
            Better = [SampleSummaries.Change("https://a.example/better", 60, 71.5)],
        };
        IHtmlDocument page = Rendering.Parse(Rendering.ToHtml(html => ComparisonSection.Write(html, comparison)));

        Assert.Equal(
            ["Average \u22122.2", "Better 1", "Worse 18", "Unchanged 121", "New 2", "Gone 1"],
            page.QuerySelectorAll(".figure").Select(static figure => $"{figure.QuerySelector("dt")!.TextContent} {figure.QuerySelector("b")!.TextContent}"), StringComparer.Ordinal);
        IElement[] lists = [.. page.QuerySelectorAll(".columns > .card")];
        Assert.Equal(
            ["Worse pages", "Better pages", "Checks newly failing", "Checks newly passing", "New pages", "Gone pages"],
            lists.Select(static list => list.QuerySelector("h3")!.TextContent), StringComparer.Ordinal);
        Assert.Equal(15, lists[0].QuerySelectorAll("tbody tr").Length);
        Assert.Equal("and 3 more pages", lists[0].QuerySelector(".after")!.TextContent);
        Assert.Equal(["60", "71.5", "+11.5"], lists[1].QuerySelectorAll("tbody td").Select(static cell => cell.TextContent), StringComparer.Ordinal);
        Assert.Equal("Images have alternative text SEOgent 17 pages", lists[2].QuerySelector("li")!.TextContent);
    }

    [Fact]
    public void It_says_of_how_many_unchanged_pages_nothing_is_known()
    {
        AuditComparison comparison = SampleSummaries.Comparison() with { Unchanged = 121, NotComparable = 7 };
        IHtmlDocument page = Rendering.Parse(Rendering.ToHtml(html => ComparisonSection.Write(html, comparison)));

        IElement figure = page.QuerySelectorAll(".figure").Single(static figure => figure.QuerySelector("dt")!.TextContent == "Unchanged");
        Assert.Equal("121 7 not comparable", figure.QuerySelector("dd")!.TextContent);
    }

    [Fact]
    public void A_page_without_a_score_says_why()
    {
        var gone = new PageSnapshot { Url = new Uri("https://a.example/"), Status = OutcomeStatus.Failed, Error = "It broke." };
        AuditComparison comparison = new() { Worse = [new PageChange { Before = SampleSummaries.Page("https://a.example/", 70), After = gone }] };
        IHtmlDocument page = Rendering.Parse(Rendering.ToHtml(html => ComparisonSection.Write(html, comparison)));

        Assert.Equal(["70", "error", "\u2013"], page.QuerySelectorAll("tbody td").Select(static cell => cell.TextContent), StringComparer.Ordinal);
    }
}
