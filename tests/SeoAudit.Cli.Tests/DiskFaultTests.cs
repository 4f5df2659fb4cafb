using System.Text.Json;
using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Tests.Support;

namespace SeoAudit.Cli.Tests;

/// <summary>Reports that cannot be written.</summary>
public sealed class DiskFaultTests : IDisposable
{
    private readonly ToolHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_report_that_fails_midway_takes_nothing_else_with_it_and_is_written_again_without_audits()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a file that is always full.");
        File.CreateSymbolicLink(_home.PathOf("a.csv.partial"), "/dev/full");
        string[] command = ["sitemap", Samples.Site, "--local", "-o", "a.csv", "-o", "b.csv", "-o", "c.json"];

        ToolResult run = await ToolProcess.RunAsync(_home, [.. command, "--json"]);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains($"error: The report {_home.PathOf("a.csv")} could not be written: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("Go on with: seoaudit sitemap", run.Error, StringComparison.Ordinal);
        JsonElement summary = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(15, summary.GetProperty("audited").GetInt32());
        Assert.Contains("a.csv", summary.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal([_home.PathOf("b.csv"), _home.PathOf("c.json")], summary.GetProperty("outputs").EnumerateArray().Select(static file => file.GetString()!), StringComparer.Ordinal);
        Assert.False(File.Exists(_home.PathOf("a.csv")));
        Assert.Equal(16, (await File.ReadAllLinesAsync(_home.PathOf("b.csv"), TestContext.Current.CancellationToken)).Length);

        File.Delete(_home.PathOf("a.csv.partial"));
        ToolResult again = await ToolProcess.RunAsync(_home, [.. command, "--resume"]);

        Assert.Equal(ExitCode.Passed, again.ExitCode);
        Assert.Contains("Used 0 audits; 15 pages were known already", again.Output, StringComparison.Ordinal);
        Assert.Equal(16, (await File.ReadAllLinesAsync(_home.PathOf("a.csv"), TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task Where_a_report_cannot_be_begun_the_others_leave_nothing_behind()
    {
        ToolResult run = await ToolProcess.RunAsync(_home, "sitemap", Samples.Site, "--local", "-o", "a.csv", "-o", "none/b.csv");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Empty(Directory.EnumerateFiles(_home.Folder, "a.csv*"));
    }
}
