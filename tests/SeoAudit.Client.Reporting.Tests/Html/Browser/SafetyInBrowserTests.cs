using Microsoft.Playwright;
using SeoAudit.Client.Reporting.Tests.Html.Support;
using SeoAudit.Tests.Shared;

namespace SeoAudit.Client.Reporting.Tests.Html.Browser;

public sealed class SafetyInBrowserTests(Chromium chromium)
{
    [Fact]
    public async Task Nothing_that_a_page_says_is_ever_run()
    {
        PageAuditOutcome[] outcomes = [.. HostilePages.All.SelectMany(static (text, index) => new[] { HostilePages.Audit(text, index * 2), HostilePages.Error(text, (index * 2) + 1) })];
        string hostile = string.Concat(HostilePages.All);
        string html = await Rendering.ToHtmlAsync(outcomes, HostilePages.Gate(hostile), HostilePages.Comparison(hostile), hostile);
        await using OpenReport report = await OpenReport.FromDiskAsync(chromium, html);

        await report.Page.Locator("#size").SelectOptionAsync("100");
        await report.Page.Locator(".toggle").EvaluateAllAsync<object?>("toggles => toggles.forEach(toggle => { toggle.focus(); toggle.click(); })");
        await report.Page.Locator(".details").First.HoverAsync();

        Assert.Equal(outcomes.Length, await report.Page.Locator(".details").CountAsync());
        Assert.False(await report.Page.EvaluateAsync<bool>("'__pwned' in window"));
        Assert.Empty(report.Complaints);
        Assert.Single(report.Requests, static request => !request.StartsWith("data:", StringComparison.Ordinal));
        Assert.Equal(0, await report.Page.Locator("main :is(iframe, img, math, base, meta, style, script, object, form:not(#filters))").CountAsync());
        Assert.Equal(0, await report.Page.Locator("a:not([href^='http://'], [href^='https://'], [href^='#'])").CountAsync());
    }

    [Fact]
    public async Task Text_is_shown_as_it_is()
    {
        const string title = "<b>Bold</b> & \"quoted\" \U0001F600 </script>";
        await using OpenReport report = await OpenReport.FromDiskAsync(chromium, await Rendering.ToHtmlAsync([HostilePages.Audit(title)]));

        Assert.Equal(title, await report.Page.Locator(".toggle bdi").TextContentAsync());
        await report.Page.Locator(".toggle").ClickAsync();
        Assert.Equal(title, await report.Page.Locator(".findings.poor b").TextContentAsync());
        Assert.Equal(title, await report.Page.Locator(".findings.poor .message").First.TextContentAsync());
        Assert.Equal(title, await report.Page.Locator("#check option").Nth(1).EvaluateAsync<string>("option => option.textContent.replace(/ \u2013 1$/, '')"));
    }

    [Fact]
    public async Task The_policy_stops_a_script_that_got_in()
    {
        string html = (await Rendering.ToHtmlAsync(SampleRun.Of(3))).Replace("</main>", "<script>window.__pwned = 1</script><p onclick=\"window.__pwned = 1\" style=\"color: red\">x</p></main>", StringComparison.Ordinal);
        await using OpenReport report = await OpenReport.FromDiskAsync(chromium, html);

        Assert.False(await report.Page.EvaluateAsync<bool>("'__pwned' in window"));
        Assert.Contains(report.Complaints, static complaint => complaint.Contains("policy: script-src-elem", StringComparison.Ordinal));
        Assert.Contains(report.Complaints, static complaint => complaint.Contains("policy: style-src-attr", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("default-src 'none'; script-src 'self'; style-src 'self'")]
    [InlineData("sandbox; default-src 'none'; img-src 'self'; style-src 'self'")]
    public async Task A_host_that_allows_no_inline_script_still_shows_the_run(string policy)
    {
        await using var host = new ReportHost(await Rendering.ToHtmlAsync(SampleRun.Of(120), SampleSummaries.FailedGate(), SampleSummaries.Comparison()), policy);
        await using OpenReport report = await OpenReport.FromHostAsync(chromium, host.Address);

        foreach (string part in new[] { "#gate", "#totals", ".chart svg", "#problems", "#vitals", "#errors", "#comparison", ".worst" })
        {
            Assert.True(await report.Page.Locator(part).First.IsVisibleAsync(), part);
        }

        Assert.Equal(50, await report.Page.Locator(".worst tbody tr").CountAsync());
        Assert.False(await report.Page.Locator("#browser").IsVisibleAsync());
        Assert.False(await report.Page.Locator("html.scripted").IsVisibleAsync());
    }

    [Fact]
    public async Task A_host_that_names_another_character_set_changes_nothing()
    {
        await using var host = new ReportHost(await Rendering.ToHtmlAsync([HostilePages.Audit("\u65E5\u672C\u8A9E")]), "default-src 'unsafe-inline'; img-src data:", "text/html; charset=shift_jis");
        await using OpenReport report = await OpenReport.FromHostAsync(chromium, host.Address);

        Assert.Equal("\u65E5\u672C\u8A9E", await report.Page.Locator(".toggle bdi").TextContentAsync());
        Assert.Empty(report.Complaints);
    }
}
