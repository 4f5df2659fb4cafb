using Microsoft.Playwright;

namespace SeoAudit.Client.Reporting.Tests.Html.Browser;

/// <summary>A report that is open in a tab of its own, with all that the browser complained of.</summary>
internal sealed class OpenReport : IAsyncDisposable
{
    private readonly string? _file;
    private readonly List<string> _complaints = [];

    private OpenReport(IPage page, string? file)
    {
        Page = page;
        _file = file;
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

    /// <summary>Opens a report from disk.</summary>
    public static async Task<OpenReport> FromDiskAsync(Chromium chromium, string html, BrowserNewPageOptions? options = null)
    {
        IBrowser browser = await chromium.BrowserAsync();
        string file = Path.Combine(Path.GetTempPath(), $"report-{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(file, html);
        var report = new OpenReport(await browser.NewPageAsync(options), file);
        await report.WatchAsync();
        await report.Page.GotoAsync(new Uri(file).AbsoluteUri);
        return report;
    }

    /// <summary>Opens what a host on this machine serves.</summary>
    public static async Task<OpenReport> FromHostAsync(Chromium chromium, Uri address)
    {
        IBrowser browser = await chromium.BrowserAsync();
        var report = new OpenReport(await browser.NewPageAsync(), file: null);
        await report.Page.GotoAsync(address.AbsoluteUri);
        return report;
    }

    public async ValueTask DisposeAsync()
    {
        await Page.CloseAsync();
        if (_file is not null)
        {
            File.Delete(_file);
        }
    }

    // Runs before the report: whatever the policy stops is told too.
    private Task<IAsyncDisposable> WatchAsync() => Page.AddInitScriptAsync(
        "document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));");
}
