using Microsoft.Playwright;
using SeoAudit.Tests.Shared;

namespace SeoAudit.Client.Reporting.Tests.Html.Browser;

/// <summary>A report that is open in a tab of its own.</summary>
internal sealed class OpenReport : IAsyncDisposable
{
    private readonly WatchedTab _tab;
    private readonly string? _file;

    private OpenReport(WatchedTab tab, string? file) => (_tab, _file) = (tab, file);

    public IPage Page => _tab.Page;

    public IReadOnlyList<string> Complaints => _tab.Complaints;

    public IReadOnlyList<string> Requests => _tab.Requests;

    /// <summary>Opens a report from disk.</summary>
    public static async Task<OpenReport> FromDiskAsync(Chromium chromium, string html, BrowserNewPageOptions? options = null)
    {
        WatchedTab tab = await WatchedTab.OpenAsync(chromium, options);
        string file = Path.Combine(Path.GetTempPath(), $"report-{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(file, html);
        await tab.WatchPolicyAsync();
        await tab.Page.GotoAsync(new Uri(file).AbsoluteUri);
        return new OpenReport(tab, file);
    }

    /// <summary>Opens what a host on this machine serves.</summary>
    public static async Task<OpenReport> FromHostAsync(Chromium chromium, Uri address)
    {
        WatchedTab tab = await WatchedTab.OpenAsync(chromium);
        await tab.Page.GotoAsync(address.AbsoluteUri);
        return new OpenReport(tab, file: null);
    }

    public Task<string[]> FaultsAsync() => _tab.FaultsAsync();

    public async ValueTask DisposeAsync()
    {
        await _tab.DisposeAsync();
        if (_file is not null)
        {
            File.Delete(_file);
        }
    }
}
