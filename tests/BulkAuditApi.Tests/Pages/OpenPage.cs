using Microsoft.Playwright;
using SeoAudit.Tests.Shared;

namespace BulkAuditApi.Tests.Pages;

/// <summary>The page in a tab of its own.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly WatchedTab _tab;

    private OpenPage(WatchedTab tab) => _tab = tab;

    public IPage Page => _tab.Page;

    public IReadOnlyList<string> Complaints => _tab.Complaints;

    public IReadOnlyList<string> Requests => _tab.Requests;

    public static async Task<OpenPage> OpenAsync(Chromium chromium, Uri address, ColorScheme scheme = ColorScheme.Light, int width = 1280)
    {
        WatchedTab tab = await WatchedTab.OpenAsync(chromium, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        await tab.WatchPolicyAsync();
        await tab.Page.GotoAsync(address.AbsoluteUri);
        return new OpenPage(tab);
    }

    public async Task SubmitAsync(params string[] urls)
    {
        await Page.Locator("#urls").FillAsync(string.Join('\n', urls));
        await Page.Locator("#submit").ClickAsync();
    }

    public Task WaitForAsync(string selector, string text) => Assertions.Expect(Page.Locator(selector)).ToHaveTextAsync(text, new() { Timeout = 60_000 });

    /// <summary>What axe finds wrong.</summary>
    public async Task<string[]> FaultsAsync()
    {
        // A bar that grows and a colour that fades have none of their own yet.
        await Page.EvaluateAsync("Promise.all(document.getAnimations().map((animation) => animation.finished))");
        return await _tab.FaultsAsync();
    }

    /// <summary>Keeps a picture where SEOAUDIT_PICTURES names a folder.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("SEOAUDIT_PICTURES") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }

    public ValueTask DisposeAsync() => _tab.DisposeAsync();
}
