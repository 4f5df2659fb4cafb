using Microsoft.Playwright;
using SeoAudit.Client.Reporting.Tests.Html.Support;
using SeoAudit.Tests.Shared;

namespace SeoAudit.Client.Reporting.Tests.Html.Browser;

/// <summary>The table of pages, by keyboard alone.</summary>
public sealed class TableTests(Chromium chromium)
{
    [Fact]
    public async Task It_begins_with_the_worst_pages_and_says_how_many_there_are()
    {
        await using OpenReport report = await OpenAsync(200);

        Assert.Equal("Pages 1 to 50 of 200.", await report.Page.Locator("#result").TextContentAsync());
        Assert.Equal("status", await report.Page.Locator("#result").GetAttributeAsync("role"));
        Assert.Equal(50, await RowsAsync(report));
        double[] scores = await ScoresAsync(report);
        Assert.Equal(scores.Order(), scores);
        Assert.False(await report.Page.Locator(".static").IsVisibleAsync());
        Assert.Empty(report.Complaints);
    }

    [Fact]
    public async Task Every_column_sorts_both_ways_with_nothing_last()
    {
        await using OpenReport report = await OpenAsync(100, compared: true);
        await report.Page.Locator("#size").SelectOptionAsync("250");
        foreach (string key in new[] { "url", "status", "score", "grade", "failures", "service", "lcp", "cls", "inp", "change" })
        {
            ILocator column = report.Page.Locator($"th[data-key={key}]");
            if (await column.GetAttributeAsync("aria-sort") is null)
            {
                await column.Locator("button").PressAsync("Enter");
            }

            Assert.Equal("ascending", await column.GetAttributeAsync("aria-sort"));
            Assert.Equal(1, await report.Page.Locator("th[aria-sort]").CountAsync());
            string[] ascending = await ColumnAsync(report, key);
            await column.Locator("button").PressAsync("Space");
            Assert.Equal("descending", await column.GetAttributeAsync("aria-sort"));
            AssertSorted(key, ascending, await ColumnAsync(report, key));
        }
    }

    [Fact]
    public async Task Search_looks_at_address_title_and_error_and_announces_what_it_found()
    {
        await using OpenReport report = await OpenAsync(200);

        await report.Page.Locator("#search").FocusAsync();
        await report.Page.Keyboard.TypeAsync("rain shell");
        int found = SampleRun.Of(200).Count(static page => page.Audit?.Metadata.Title?.Contains("Rain Shell", StringComparison.Ordinal) == true);
        Assert.Equal($"Pages 1 to {found} of {found} that match, of 200.", await report.Page.Locator("#result").TextContentAsync());
        Assert.Equal(found, await RowsAsync(report));

        await report.Page.Locator("#search").FillAsync("does not resolve");
        Assert.Equal("Error", await report.Page.Locator(".cell-status").First.TextContentAsync());
        await report.Page.Locator("#search").FillAsync("no such page anywhere");
        Assert.Equal("No page matches, of 200.", await report.Page.Locator("#result").TextContentAsync());
        Assert.Equal("No page matches.", await report.Page.Locator("#rows").TextContentAsync());

        // The enter key does not leave the page.
        await report.Page.Locator("#search").PressAsync("Enter");
        await report.Page.Locator("#clear").PressAsync("Enter");
        Assert.Equal("Pages 1 to 50 of 200.", await report.Page.Locator("#result").TextContentAsync());
        Assert.Empty(report.Complaints);
    }

    [Fact]
    public async Task Filters_narrow_by_status_grade_service_and_failed_check()
    {
        PageAuditOutcome[] outcomes = [.. SampleRun.Of(200)];
        await using OpenReport report = await OpenAsync(200);
        await report.Page.Locator("#size").SelectOptionAsync("250");

        await report.Page.Locator("#status").SelectOptionAsync("error");
        Assert.Equal(outcomes.Count(static page => page.Status == OutcomeStatus.Failed), await RowsAsync(report));
        await report.Page.Locator("#status").SelectOptionAsync("");
        await report.Page.Locator("#grade").SelectOptionAsync("B");
        Assert.Equal(outcomes.Count(static page => page.Audit?.Grade == Grade.B), await RowsAsync(report));
        await report.Page.Locator("#grade").SelectOptionAsync("No grade");
        await report.Page.Locator("#service").SelectOptionAsync("MetricSpot");
        Assert.Equal(outcomes.Count(static page => page.Service == AuditService.MetricSpot), await RowsAsync(report));
        await report.Page.Locator("#check").SelectOptionAsync("MetricSpot\nimage_alt");
        Assert.Equal(
            outcomes.Count(static page => page.Service == AuditService.MetricSpot && page.Audit?.Checks.Any(static check => check.Key == "image_alt" && check.Status == CheckStatus.Failed) == true),
            await RowsAsync(report));
    }

    [Fact]
    public async Task A_problem_leads_to_its_pages()
    {
        await using OpenReport report = await OpenAsync(200);
        await report.Page.Locator("#search").FillAsync("wool");

        ILocator count = report.Page.Locator(".problems button").First;
        string pages = (await count.TextContentAsync())!.Split(' ')[0];
        await count.PressAsync("Enter");

        Assert.StartsWith("Pages 1 to ", await report.Page.Locator("#result").TextContentAsync(), StringComparison.Ordinal);
        Assert.Contains($"of {pages} that match, of 200.", await report.Page.Locator("#result").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal("", await report.Page.Locator("#search").InputValueAsync());
        Assert.Equal("pages-title", await FocusedAsync(report));
        Assert.Empty(report.Complaints);
    }

    [Fact]
    public async Task A_row_opens_and_closes_and_keeps_the_focus()
    {
        await using OpenReport report = await OpenAsync(200);
        ILocator toggle = report.Page.Locator(".toggle").First;

        await toggle.PressAsync("Enter");
        Assert.Equal("true", await toggle.GetAttributeAsync("aria-expanded"));
        string id = (await toggle.GetAttributeAsync("aria-controls"))!;
        ILocator details = report.Page.Locator($"#{id} .details");
        Assert.True(await details.IsVisibleAsync());
        Assert.Contains("Failed checks", await details.TextContentAsync(), StringComparison.Ordinal);
        Assert.Contains("Largest Contentful Paint", await details.TextContentAsync(), StringComparison.Ordinal);
        Assert.True(await toggle.EvaluateAsync<bool>("button => button === document.activeElement"));

        await toggle.PressAsync("Space");
        Assert.Equal("false", await toggle.GetAttributeAsync("aria-expanded"));
        Assert.Equal(0, await report.Page.Locator(".details").CountAsync());
    }

    [Fact]
    public async Task The_keyboard_reaches_everything_in_the_order_that_it_stands_in()
    {
        await using OpenReport report = await OpenAsync(30);

        await report.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the report", await report.Page.EvaluateAsync<string>("document.activeElement.textContent"));
        Assert.True(await report.Page.Locator(".skip").EvaluateAsync<bool>("link => link.getBoundingClientRect().top >= 0"));
        await report.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await FocusedAsync(report));

        await report.Page.Locator("#search").FocusAsync();
        var seen = new List<string>();
        for (var press = 0; press < 14; press++)
        {
            await report.Page.Keyboard.PressAsync("Tab");
            seen.Add(await report.Page.EvaluateAsync<string>("document.activeElement.id || document.activeElement.closest('[data-key]')?.dataset.key || document.activeElement.className"));
            Assert.NotEqual("none", await report.Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"), StringComparer.Ordinal);
        }

        Assert.Equal(["status", "grade", "service", "check", "clear", "url", "status", "score", "grade", "failures", "service", "lcp", "cls", "inp"], seen);
        await report.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("toggle", await report.Page.EvaluateAsync<string>("document.activeElement.className"));
    }

    [Fact]
    public async Task Ten_thousand_pages_are_never_in_the_document_at_once()
    {
        await using OpenReport report = await OpenAsync(10_000);

        Assert.Equal("Pages 1 to 50 of 10,000.", await report.Page.Locator("#result").TextContentAsync());
        Assert.Equal(50, await RowsAsync(report));
        await report.Page.Locator("th[data-key=url] button").ClickAsync();
        Assert.Equal(50, await RowsAsync(report));
        await report.Page.Locator("#search").FillAsync("classic-daypack");
        Assert.InRange(await RowsAsync(report), 1, 50);
        await report.Page.Locator("#search").FillAsync("");
        await report.Page.Locator("#size").SelectOptionAsync("250");
        Assert.Equal(250, await RowsAsync(report));
        Assert.InRange(await report.Page.EvaluateAsync<int>("document.querySelectorAll('#browser *').length"), 250, 250 * 40);

        await report.Page.Locator("#last").PressAsync("Enter");
        Assert.Equal("Pages 9,751 to 10,000 of 10,000.", await report.Page.Locator("#result").TextContentAsync());
        Assert.Equal("true", await report.Page.Locator("#next").GetAttributeAsync("aria-disabled"));
        await report.Page.Locator("#next").PressAsync("Enter");
        Assert.Equal("40 of 40", await report.Page.Locator("#position").TextContentAsync());
        await report.Page.Locator("#previous").PressAsync("Enter");
        Assert.Equal("Pages 9,501 to 9,750 of 10,000.", await report.Page.Locator("#result").TextContentAsync());
        await report.Page.Locator("#first").PressAsync("Enter");
        Assert.Equal("first", await FocusedAsync(report));
        Assert.Equal("1 of 40", await report.Page.Locator("#position").TextContentAsync());
        Assert.Empty(report.Complaints);
    }

    private static void AssertSorted(string key, string[] ascending, string[] descending)
    {
        string[] known = [.. ascending.TakeWhile(static value => value != "\u2013")];
        Assert.All(ascending[known.Length..], static value => Assert.Equal("\u2013", value));
        Assert.Equal(known.Reverse(), descending[..known.Length], StringComparer.Ordinal);
        Assert.NotEqual(known[0], known[^1], StringComparer.Ordinal);
        if (key is "failures" or "score" or "cls" or "change")
        {
            double[] numbers = [.. known.Select(Number)];
            Assert.Equal(numbers.Order(), numbers);
        }
    }

    private async Task<OpenReport> OpenAsync(int pages, bool compared = false) =>
        await OpenReport.FromDiskAsync(chromium, await Rendering.ToHtmlAsync(SampleRun.Of(pages), gate: null, compared ? SampleSummaries.Comparison() : null));

    private static Task<int> RowsAsync(OpenReport report) => report.Page.Locator("tr.page").CountAsync();

    private static Task<string> FocusedAsync(OpenReport report) => report.Page.EvaluateAsync<string>("document.activeElement.id");

    private static Task<string[]> ColumnAsync(OpenReport report, string key) => report.Page.EvaluateAsync<string[]>(
        "key => [...document.querySelectorAll(key === 'url' ? 'tr.page .url' : `tr.page .cell-${key}`)].map(cell => cell.textContent)", key);

    private static async Task<double[]> ScoresAsync(OpenReport report) => [.. (await ColumnAsync(report, "score")).Select(Number)];

    private static double Number(string text) =>
        double.Parse(text.Split(',')[0].Replace('\u2212', '-').Replace("\u00B1", string.Empty, StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
}
