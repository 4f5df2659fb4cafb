using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SeoAudit.Client.Reporting.Tests.Html.Support;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Html;

public sealed class DocumentTests
{
    [Fact]
    public async Task The_totals_are_those_of_the_run()
    {
        IHtmlDocument page = await Rendering.ParseAsync(
            Outcomes.Audited("https://a.example/1", 90, 0),
            Outcomes.Audited("https://a.example/2", 45, 1),
            Outcomes.Failed("https://a.example/3", index: 2),
            Outcomes.NotAttempted("https://a.example/4", Outcomes.AuditedAt.AddDays(1), 3));

        Assert.Equal("Shop audit", page.Title);
        Assert.Equal("Shop audit", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(
            ["Pages 4", "Passed 1", "Failed 3", "Errors 1", "Not attempted 1", "Average of audited 67.5", "Audits used 2"],
            page.QuerySelectorAll("#totals .figure").Select(static figure => $"{figure.QuerySelector("dt")!.TextContent} {figure.QuerySelector("b")!.TextContent}"), StringComparer.Ordinal);
        Assert.Equal("Average score 33.8 of 100", page.QuerySelector("#dial-title")!.TextContent);
        Assert.Contains("try again from 3 Nov 2026, 08:30 UTC", page.QuerySelector("#totals")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("report made 2 Nov 2026, 09:30 UTC", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_half_tenth_is_rounded_as_in_the_other_formats()
    {
        PageAuditOutcome outcome = Outcomes.Audited("https://a.example/1", 84.25);
        using var markdown = new MemoryStream();
        await Outcomes.Stream(outcome).WriteReportAsync(ReportFormat.Markdown, markdown, cancellationToken: TestContext.Current.CancellationToken);

        IHtmlDocument page = await Rendering.ParseAsync(outcome);

        Assert.Contains("| 84.2 |", System.Text.Encoding.UTF8.GetString(markdown.ToArray()), StringComparison.Ordinal);
        Assert.Contains("84.2", page.QuerySelector("#pages")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("84.3", page.QuerySelector("#pages")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scores_and_grades_are_pictures_with_the_same_as_a_table()
    {
        IHtmlDocument page = await Rendering.ParseAsync(
            Outcomes.Audited("https://a.example/1", 100, 0), Outcomes.Audited("https://a.example/2", 90, 1), Outcomes.Audited("https://a.example/3", 89.9, 2), Outcomes.Audited("https://a.example/4", 0, 3));

        IElement[] charts = [.. page.QuerySelectorAll("figure.chart")];
        Assert.All(charts, static chart =>
        {
            IElement picture = chart.QuerySelector("svg[role=img]")!;
            Assert.Equal(picture.GetAttribute("aria-labelledby")!.Split(' '), picture.QuerySelectorAll("title, desc").Select(static part => part.Id), StringComparer.Ordinal);
        });
        Assert.Equal([1, 0, 0, 0, 0, 0, 0, 0, 1, 2], charts[0].QuerySelectorAll("tbody td").Select(static cell => int.Parse(cell.TextContent, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal("3 of 4 pages score 70 or more, 0 from 50 to below 70, 1 below 50.", charts[0].QuerySelector("desc")!.TextContent);
        Assert.Equal(["A 2", "B 1", "F 1"], charts[1].QuerySelectorAll("tbody tr").Select(static row => $"{row.Children[0].TextContent} {row.Children[1].TextContent}"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_commonest_problems_have_their_pages_and_severity()
    {
        IHtmlDocument page = await Rendering.ParseAsync(
            Outcomes.Audited("https://a.example/1", 50, 0, Outcomes.Fails("Title", "minor"), Outcomes.Fails("Description", "major")),
            Outcomes.Audited("https://a.example/2", 50, 1, Outcomes.Fails("Description", "major"), Outcomes.Passes("Title")));

        IElement[] rows = [.. page.QuerySelectorAll(".problems tbody tr")];
        Assert.Equal(["Description", "Title"], rows.Select(static row => row.QuerySelector(".name")!.TextContent), StringComparer.Ordinal);
        Assert.Equal(["major", "minor"], rows.Select(static row => row.QuerySelector(".severity")!.TextContent), StringComparer.Ordinal);
        Assert.Equal(["2", "1"], rows.Select(static row => row.QuerySelector("[data-check]")!.TextContent), StringComparer.Ordinal);
        Assert.Equal(["100%", "50%"], rows.Select(static row => row.QuerySelector(".percent")!.TextContent), StringComparer.Ordinal);
        Assert.Contains("Description is missing.", rows[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_stand_by_kind_with_an_example()
    {
        IHtmlDocument page = await Rendering.ParseAsync(Outcomes.Failed("https://a.example/1", "It broke."), Outcomes.Failed("https://a.example/2", "It broke too.", 1));

        IElement row = Assert.Single(page.QuerySelectorAll(".errors tbody tr"));
        Assert.Equal("Unreachable", row.QuerySelector(".name")!.TextContent);
        Assert.Equal("2", row.QuerySelector(".number")!.TextContent);
        Assert.Equal("It broke.", row.QuerySelector(".example")!.TextContent);
        Assert.Equal("https://a.example/1", row.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Vitals_are_rated_by_their_published_bounds()
    {
        static PageAuditOutcome Measured(int index, double lcp, double cls, double inp) => Outcomes.Of(
            new PageAudit
            {
                Url = new Uri($"https://a.example/{index}"),
                Service = AuditService.Seogent,
                Score = 80,
                CoreWebVitals = new CoreWebVitals { Lcp = TimeSpan.FromMilliseconds(lcp), Cls = cls, Inp = TimeSpan.FromMilliseconds(inp) },
            },
            index);

        IHtmlDocument page = await Rendering.ParseAsync(
            Measured(0, 2_500, 0.1, 200), Measured(1, 2_501, 0.101, 201), Measured(2, 4_000, 0.25, 500), Measured(3, 4_001, 0.251, 501));

        foreach (IElement vital in page.QuerySelectorAll(".vital"))
        {
            Assert.Equal(["1 25%", "2 50%", "1 25%"], vital.QuerySelectorAll(".ratings dd").Select(static count => count.TextContent), StringComparer.Ordinal);
            Assert.Equal("Needs improvement", vital.QuerySelector(".rating")!.TextContent);
        }

        Assert.Equal(["4 s", "0.25", "500 ms"], page.QuerySelectorAll(".percentile b").Select(static value => value.TextContent), StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_a_run_has_nothing_of_is_left_out()
    {
        IHtmlDocument page = await Rendering.ParseAsync(Outcomes.Audited("https://a.example/1", 90));

        Assert.Equal(["totals", "problems", "pages"], page.QuerySelectorAll("main > section").Select(static section => section.Id), StringComparer.Ordinal);
        Assert.Equal(["#totals", "#problems", "#pages"], page.QuerySelectorAll("nav[aria-label=Sections] a").Select(static link => link.GetAttribute("href")), StringComparer.Ordinal);
        Assert.Equal("No page fails a check.", page.QuerySelector("#problems .empty")!.TextContent);
    }

    [Fact]
    public async Task A_run_of_no_pages_is_a_report_too()
    {
        IHtmlDocument page = await Rendering.ParseAsync();

        Assert.Equal("No page has an audit.", page.QuerySelector("#pages .empty")!.TextContent);
        Assert.Equal("Average score 0 of 100", page.QuerySelector("#dial-title")!.TextContent);
        Assert.Equal("[]", PageDataOf.Json(page).GetProperty("pages").GetRawText().Replace("\n", string.Empty, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_worst_pages_are_a_plain_table_for_those_who_run_no_script()
    {
        IHtmlDocument page = await Rendering.ParseAsync([.. Enumerable.Range(0, 70).Select(static index => Outcomes.Audited($"https://a.example/{index}", 100 - index, index))]);

        IElement[] rows = [.. page.QuerySelectorAll(".worst tbody tr")];
        Assert.Equal(50, rows.Length);
        Assert.Equal("https://a.example/69", rows[0].QuerySelector("a")!.TextContent);
        Assert.Equal("31", rows[0].QuerySelector(".score")!.TextContent);
        Assert.Equal("The 50 pages with the lowest scores, of 70 audited", page.QuerySelector(".worst caption")!.TextContent);
        Assert.True(page.QuerySelector("#browser")!.HasAttribute("hidden"));
    }

    [Fact]
    public async Task Ids_are_unique_and_every_reference_leads_to_one()
    {
        IHtmlDocument page = Rendering.Parse(await Rendering.ToHtmlAsync(SampleRun.Of(60), SampleSummaries.FailedGate(), SampleSummaries.Comparison()));

        string[] ids = [.. page.QuerySelectorAll("[id]").Select(static element => element.Id!)];
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids, StringComparer.Ordinal);
        string[] references =
            [.. page.QuerySelectorAll("[aria-labelledby], [aria-describedby]").SelectMany(static element => $"{element.GetAttribute("aria-labelledby")} {element.GetAttribute("aria-describedby")}".Split(' ', StringSplitOptions.RemoveEmptyEntries)),
             .. page.QuerySelectorAll("a[href^='#']").Select(static link => link.GetAttribute("href")![1..])];
        Assert.NotEmpty(references);
        Assert.Empty(references.Except(ids, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Only_web_addresses_become_links_and_these_tell_nothing_of_the_report()
    {
        IHtmlDocument page = await Rendering.ParseAsync(
            Outcomes.Audited("https://a.example/1?a=1&b=\"2\"", 10), Outcomes.Audited("javascript:alert(1)", 20, 1), Outcomes.Audited("file:///etc/passwd", 30, 2));

        IElement link = Assert.Single(page.QuerySelectorAll(".worst a"));
        Assert.Equal("https://a.example/1?a=1&b=%222%22", link.GetAttribute("href"));
        Assert.Equal("noopener noreferrer nofollow", link.GetAttribute("rel"));
        Assert.Equal("no-referrer", page.QuerySelector("meta[name=referrer]")!.GetAttribute("content"));
        Assert.Equal(["https://a.example/1?a=1&b=%222%22", "javascript:alert(1)", "file:///etc/passwd"], page.QuerySelectorAll(".worst .url").Select(static url => url.TextContent), StringComparer.Ordinal);
    }

    [Fact]
    public async Task No_address_shows_a_password()
    {
        string html = await Rendering.ToHtmlAsync([Outcomes.Audited("https://user:secret@a.example/1", 10), Outcomes.Failed("https://user:secret@a.example/2", index: 1)]);

        Assert.DoesNotContain("secret", html, StringComparison.Ordinal);
        Assert.Equal("https://a.example/1", Rendering.Parse(html).QuerySelector(".worst a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_same_run_makes_the_same_report()
    {
        string first = await Rendering.ToHtmlAsync(SampleRun.Of(120));
        string second = await Rendering.ToHtmlAsync(SampleRun.Of(120));

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task A_score_that_is_no_number_counts_as_none_everywhere()
    {
        IHtmlDocument page = await Rendering.ParseAsync(Outcomes.Audited("https://a.example/1", double.NaN), Outcomes.Audited("https://a.example/2", double.PositiveInfinity, 1));

        Assert.Equal("0", page.QuerySelector(".worst .score")!.TextContent);
        Assert.Equal([0, 0], PageDataOf.Json(page).GetProperty("pages").EnumerateArray().Select(static row => row.GetProperty("score").GetDouble()));
    }
}
