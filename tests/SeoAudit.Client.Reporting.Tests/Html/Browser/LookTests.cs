using Microsoft.Playwright;
using SeoAudit.Client.Reporting.Tests.Html.Support;
using SeoAudit.Tests.Shared;

namespace SeoAudit.Client.Reporting.Tests.Html.Browser;

/// <summary>How the page is for those who look at it, hear it, or hold it on paper.</summary>
public sealed class LookTests(Chromium chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280, false)]
    [InlineData(ColorScheme.Dark, 1280, true)]
    [InlineData(ColorScheme.Light, 360, true)]
    [InlineData(ColorScheme.Dark, 360, false)]
    public async Task Axe_finds_no_fault(ColorScheme scheme, int width, bool isOpen)
    {
        await using OpenReport report = await OpenAsync(scheme, width);
        await report.Page.Locator("#size").SelectOptionAsync("25");
        if (isOpen)
        {
            await report.Page.Locator(".toggle").First.ClickAsync();
        }

        Assert.Empty(await report.FaultsAsync());
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(1100)]
    [InlineData(768)]
    [InlineData(360)]
    public async Task The_page_never_scrolls_sideways(int width)
    {
        string longWord = new('x', 600);
        string html = await Rendering.ToHtmlAsync(
            [HostilePages.Audit(longWord), HostilePages.Error(longWord, 1), .. SampleRun.Of(60)], HostilePages.Gate(longWord), HostilePages.Comparison(longWord), longWord);
        await using OpenReport report = await OpenReport.FromDiskAsync(chromium, html, new() { ViewportSize = new() { Width = width, Height = 800 } });
        await report.Page.Locator(".toggle").Nth(0).ClickAsync();

        Assert.Equal(width, await report.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Light_and_dark_follow_the_reader()
    {
        await using OpenReport report = await OpenAsync(ColorScheme.Light, 1280);
        const string ground = "getComputedStyle(document.body).backgroundColor";
        string light = await report.Page.EvaluateAsync<string>(ground);
        await report.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });

        Assert.NotEqual(light, await report.Page.EvaluateAsync<string>(ground), StringComparer.Ordinal);
    }

    [Fact]
    public async Task On_paper_there_are_all_sections_and_no_controls()
    {
        await using OpenReport report = await OpenAsync(ColorScheme.Dark, 794);
        await report.Page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (string part in new[] { "#gate", "#totals", "#problems", "#vitals", "#errors", "#comparison", ".worst" })
        {
            Assert.True(await report.Page.Locator(part).First.IsVisibleAsync(), part);
        }

        foreach (string part in new[] { "#browser", "nav[aria-label=Sections]", ".screen" })
        {
            Assert.False(await report.Page.Locator(part).First.IsVisibleAsync(), part);
        }

        Assert.Equal("rgb(255, 255, 255)", await report.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        Assert.NotEmpty(await report.Page.PdfAsync(new() { Format = "A4" }));
    }

    [Fact]
    public async Task Who_wants_no_motion_gets_none()
    {
        await using OpenReport report = await OpenAsync(ColorScheme.Light, 1280);
        await report.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });

        Assert.Equal("none", await report.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.chevron')).transitionProperty"));
    }

    [Fact]
    public async Task Forced_colours_leave_what_matters_to_see()
    {
        await using OpenReport report = await OpenAsync(ColorScheme.Light, 1280);
        await report.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });

        Assert.Equal("solid", await report.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.status')).borderTopStyle"));
        Assert.Equal("none", await report.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.chart .bar')).forcedColorAdjust"));
    }

    private async Task<OpenReport> OpenAsync(ColorScheme scheme, int width) => await OpenReport.FromDiskAsync(
        chromium,
        await Rendering.ToHtmlAsync(SampleRun.Of(30), SampleSummaries.FailedGate(), SampleSummaries.Comparison()),
        new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 } });
}
