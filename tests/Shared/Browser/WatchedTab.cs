using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SeoAudit.Tests.Shared;

/// <summary>A tab of a browser, with all that the browser asks for in it and complains of.</summary>
internal sealed class WatchedTab : IAsyncDisposable
{
    private static readonly string[] Standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    private readonly List<string> _complaints = [];

    private WatchedTab(IPage page)
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

    public static async Task<WatchedTab> OpenAsync(Chromium chromium, BrowserNewPageOptions? options = null)
    {
        IBrowser browser = await chromium.BrowserAsync();
        return new WatchedTab(await browser.NewPageAsync(options));
    }

    /// <summary>Has the browser complain, from the next page on, of whatever the page's policy stops.</summary>
    public Task WatchPolicyAsync() => Page.AddInitScriptAsync(
        "document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));");

    /// <summary>What axe finds wrong, having really looked at the colours.</summary>
    public async Task<string[]> FaultsAsync()
    {
        AxeResult result = await Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Standards] } });
        Assert.Contains(result.Passes, static rule => rule.Id == "color-contrast");
        return [.. result.Violations.Select(static violation => $"{violation.Impact} {violation.Id}: {string.Join("; ", violation.Nodes.Take(3).Select(static node => node.Html))}")];
    }

    public async ValueTask DisposeAsync() => await Page.CloseAsync();
}
