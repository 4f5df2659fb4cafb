using System.Text.Json;
using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Tests.Support;
using SeoAudit.Emulator;

namespace SeoAudit.Cli.Tests;

/// <summary>Reports that cannot be written.</summary>
public sealed class DiskFaultTests : IDisposable
{
    private readonly ToolHome _home = new();
    private readonly string _site;

    public DiskFaultTests() => _site = Samples.OwnSite(_home);

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_report_that_fails_midway_takes_nothing_else_with_it_and_is_written_again_without_audits()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a file that is always full.");
        File.CreateSymbolicLink(_home.PathOf("a.csv.partial"), "/dev/full");
        string[] command = ["sitemap", _site, "--local", "-o", "a.csv", "-o", "b.csv", "-o", "c.json"];

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

    [Theory]
    [InlineData("exec > /dev/full")]
    [InlineData("exec > /dev/full", "--json")]
    [InlineData("exec > >(true); wait $!", "--json")]
    [InlineData("exec 1< /dev/null")]
    [InlineData("exec 1< /dev/null", "--json")]
    public async Task A_summary_that_nobody_gets_is_told_again_without_audits(string redirection, params string[] options)
    {
        string[] command = ["sitemap", _site, "--local", "--limit", "3", .. options];

        ToolResult run = await ToolProcess.RunRedirectedAsync(_home, redirection, command);
        ToolResult again = await ToolProcess.RunAsync(_home, [.. command.Except(options, StringComparer.Ordinal), "--resume"]);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("What was audited is not lost. Go on with: seoaudit sitemap", run.Error, StringComparison.Ordinal);
        Assert.Contains("error: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Passed, again.ExitCode);
        Assert.Contains("Used 0 audits; 3 pages were known already", again.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_home.StateFolder));
    }

    [Theory]
    [InlineData("exec 2> /dev/full", "--json")]
    [InlineData("exec 2> /dev/full", "--quiet", "--fail-under", "100")]
    [InlineData("exec 2< /dev/null", "--json")]
    public async Task A_log_that_cannot_be_written_changes_nothing(string redirection, params string[] options)
    {
        string[] command = ["sitemap", _site, "--local", "--limit", "3", .. options];

        ToolResult run = await ToolProcess.RunRedirectedAsync(_home, redirection, command);

        Assert.Equal((await ToolProcess.RunAsync(_home, command)).ExitCode, run.ExitCode);
        Assert.Empty(Directory.EnumerateFiles(_home.StateFolder));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("audit", "--api-key=x")]
    public async Task A_mistake_that_cannot_be_told_is_one_all_the_same(params string[] command) =>
        Assert.Equal(ExitCode.Usage, (await ToolProcess.RunRedirectedAsync(_home, "exec 2> /dev/full", command)).ExitCode);

    [Fact]
    public async Task A_run_that_cannot_begin_its_reports_leaves_an_interrupted_one_as_it_is()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a file that is always full.");
        Directory.CreateDirectory(_home.PathOf("out"));
        File.CreateSymbolicLink(_home.PathOf("out/a.csv.partial"), "/dev/full");
        string[] command = ["sitemap", _site, "--local", "-o", "out/a.csv"];

        ToolResult unwritten = await ToolProcess.RunAsync(_home, command);
        Directory.Delete(_home.PathOf("out"), recursive: true);
        ToolResult refused = await ToolProcess.RunAsync(_home, command);
        Directory.CreateDirectory(_home.PathOf("out"));
        ToolResult resumed = await ToolProcess.RunAsync(_home, [.. command, "--resume"]);

        Assert.Equal(ExitCode.Usage, unwritten.ExitCode);
        Assert.Equal(ExitCode.Usage, refused.ExitCode);
        Assert.DoesNotContain("thrown away", refused.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Passed, resumed.ExitCode);
        Assert.Contains("Used 0 audits; 15 pages were known already", resumed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-o", "none/a.csv")]
    [InlineData("--require-check", "")]
    public async Task Nothing_is_scanned_for_reports_and_rules_that_cannot_be(params string[] options)
    {
        await using SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        _home.Using(emulator);

        ToolResult run = await ToolProcess.RunAsync(_home, ["scan", "127.0.0.1", "-o", "b.csv", .. options]);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Empty(emulator.Ledger.RequestsTo(EmulatedService.Seogent));
        Assert.Empty(Directory.EnumerateFiles(_home.Folder, "*.csv*"));
    }

    [Fact]
    public async Task No_document_is_made_for_a_file_that_is_a_folder()
    {
        await using SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        _home.Using(emulator);
        Directory.CreateDirectory(_home.PathOf("a.pdf"));

        ToolResult run = await ToolProcess.RunAsync(_home, "pdf", "1", "-o", "a.pdf");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("is a folder", run.Error, StringComparison.Ordinal);
        Assert.Empty(emulator.Ledger.RequestsTo(EmulatedService.MetricSpot));
    }

    [Fact]
    public async Task Where_a_report_cannot_be_begun_the_others_leave_nothing_behind()
    {
        ToolResult run = await ToolProcess.RunAsync(_home, "sitemap", _site, "--local", "-o", "a.csv", "-o", "none/b.csv");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Empty(Directory.EnumerateFiles(_home.Folder, "a.csv*"));
    }
}
