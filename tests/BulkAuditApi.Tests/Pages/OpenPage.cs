using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SeoAudit.Client.Reporting.Tests.Html.Browser;

namespace BulkAuditApi.Tests.Pages;

/// <summary>The page in a tab of its own, with all that the browser asked for and complained of.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private static readonly string[] Standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    private readonly List<string> _complaints = [];

    private OpenPage(IPage page)
    {
        Page = page;
        page.Console += (_, message) => _complaints.Add($"console: {message.Text}");
        page.PageError += (_, error) => _complaints.Add($"error: {error}");
        page.Request += (_, request) => Requests.Add(request.Url);
        page.Dialog += async (_, dialog) =>
        {
            _complaints.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Complaints => _complaints;

    public List<string> Requests { get; } = [];

    public static async Task<OpenPage> OpenAsync(Chromium chromium, Uri address, ColorScheme scheme = ColorScheme.Light, int width = 1280)
    {
        IBrowser browser = await chromium.BrowserAsync();
        IPage page = await browser.NewPageAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        var open = new OpenPage(page);
        await page.AddInitScriptAsync(
            "document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));");
        await page.GotoAsync(address.AbsoluteUri);
        return open;
    }

    public async Task SubmitAsync(params string[] urls)
    {
        await Page.Locator("#urls").FillAsync(string.Join('\n', urls));
        await Page.Locator("#submit").ClickAsync();
    }

    public Task WaitForAsync(string selector, string text) => Assertions.Expect(Page.Locator(selector)).ToHaveTextAsync(text, new() { Timeout = 60_000 });

    /// <summary>What axe finds wrong, and that it has really looked at the colours.</summary>
    public async Task<string[]> FaultsAsync()
    {
        // A bar that grows and a colour that fades have none of their own yet.
        await Page.EvaluateAsync("Promise.all(document.getAnimations().map((animation) => animation.finished))");
        AxeResult result = await Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Standards] } });
        Assert.Contains(result.Passes, static rule => rule.Id == "color-contrast");
        return [.. result.Violations.Select(static violation => $"{violation.Impact} {violation.Id}: {string.Join("; ", violation.Nodes.Take(3).Select(static node => node.Html))}")];
    }

    /// <summary>Keeps a picture where SEOAUDIT_PICTURES names a folder.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("SEOAUDIT_PICTURES") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }

    public async ValueTask DisposeAsync() => await Page.CloseAsync();
}
