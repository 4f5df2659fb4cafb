using System.Text.Json;
using SeoAudit.Cli.Tests.Support;

namespace SeoAudit.Cli.Tests;

public sealed class EmulatorCommandTests : IDisposable
{
    private readonly ToolHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task What_it_prints_works_and_ctrl_c_ends_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals on Windows.");
        _home.Write("site/index.html", "<!doctype html><html lang=\"en\"><head><title>A page</title></head><body><h1>A page</h1></body></html>");
        using ToolProcess emulator = ToolProcess.Start(_home, "emulator", "--site", "site", "--json");
        await Eventually.TrueAsync(() => emulator.Seen.Contains('\n', StringComparison.Ordinal), "the addresses are printed");
        using JsonDocument addresses = JsonDocument.Parse(emulator.Seen);
        foreach (JsonProperty variable in addresses.RootElement.GetProperty("environment").EnumerateObject())
        {
            _home.Variables[variable.Name] = variable.Value.GetString()!;
        }

        string sitemap = addresses.RootElement.GetProperty("sitemap").GetString()!;
        ToolResult pages = await ToolProcess.RunAsync(_home, "sitemap", sitemap);
        ToolResult credits = await ToolProcess.RunAsync(_home, "credits");
        emulator.Signal(ToolProcess.Interrupt);
        ToolResult ended = await emulator.EndAsync();

        Assert.Equal(0, pages.ExitCode);
        Assert.Contains("of 1 pages", pages.Output, StringComparison.Ordinal);
        Assert.Contains("100,000", credits.Output, StringComparison.Ordinal);
        Assert.Equal(0, ended.ExitCode);
    }
}
