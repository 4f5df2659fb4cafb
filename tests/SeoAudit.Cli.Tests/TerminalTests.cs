using System.Text.RegularExpressions;
using SeoAudit.Cli.Tests.Support;
using SeoAudit.Emulator;
using SeoAudit.Tests.Shared;

namespace SeoAudit.Cli.Tests;

public sealed partial class TerminalTests : IDisposable
{
    private const char Escape = '\u001B';

    private readonly ToolHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_terminal_gets_a_bar_and_colours()
    {
        await using NumberedSite site = await NumberedSite.StartAsync();
        var options = new SeoAuditEmulatorOptions();
        options.SeoPeek.ArtificialDelay = TimeSpan.FromMilliseconds(300);
        await using SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync(options, TestContext.Current.CancellationToken);
        string list = _home.Write("urls.txt", string.Join('\n', Enumerable.Range(1, 4).Select(number => $"{site.Address}{number}")));

        ToolResult result = await ToolProcess.RunOnTerminalAsync(_home.Using(emulator), "audit", "--urls", list, "--concurrency", "1");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(Colour(), result.Output);
        Assert.Matches(Progress(), result.Output);
        Assert.EndsWith("\u001B[?25h", LastCursorCommand(result.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_color_means_no_colour()
    {
        _home.Variables["NO_COLOR"] = "1";

        ToolResult result = await ToolProcess.RunOnTerminalAsync(_home, "sitemap", Samples.Site, "--local");

        Assert.DoesNotMatch(Colour(), result.Output);
        Assert.Contains("of 15 pages", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_option_means_no_colour_too()
    {
        ToolResult result = await ToolProcess.RunOnTerminalAsync(_home, "sitemap", Samples.Site, "--local", "--no-color");

        Assert.DoesNotMatch(Colour(), result.Output);
    }

    [Fact]
    public async Task Pipes_get_plain_lines()
    {
        ToolResult result = await ToolProcess.RunAsync(_home, "sitemap", Samples.Site, "--local");

        Assert.DoesNotContain(Escape, result.All);
        Assert.Matches("^1 of [0-9]+\\+? pages, ", result.Error);
    }

    [Fact]
    public async Task Quiet_runs_say_nothing()
    {
        ToolResult result = await ToolProcess.RunAsync(_home, "sitemap", Samples.Site, "--local", "--quiet");

        Assert.Empty(result.All);
    }

    [Fact]
    public async Task A_key_is_typed_unseen()
    {
        using ToolProcess tool = ToolProcess.StartOnTerminal(_home, "config", "set", "seogent");
        await Eventually.TrueAsync(() => tool.Seen.Contains("not shown", StringComparison.Ordinal), "the tool asks for the key");
        await tool.TypeAsync($"{Keys.Seogent}\r");
        ToolResult result = await tool.EndAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain(Keys.Seogent, result.All, StringComparison.Ordinal);
        Assert.Contains(Keys.Seogent, await File.ReadAllTextAsync(_home.ConfigFile, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static string LastCursorCommand(string text) => Cursor().Matches(text)[^1].Value;

    [GeneratedRegex("[0-9] of 4\\+? pages, [0-9] passed, [0-9] failed, [0-9.]+ pages/s", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Progress();

    [GeneratedRegex("\u001B\\[[0-9;]+m", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Colour();

    [GeneratedRegex("\u001B\\[\\?25[lh]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cursor();
}
