using System.Text.Json;
using System.Xml.Linq;
using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Tests.Support;

namespace SeoAudit.Cli.Tests;

/// <summary>Files that runs write, and what is made of them afterwards.</summary>
public sealed class ReportFilesTests : IDisposable
{
    private const string HostileReport =
        """
        {"url":"http://127.0.0.1/\u001b[31m","status":"audited","service":"seopeek","score":10,"grade":"F\u001b[2J","passed":false,
        "checks":[{"name":"\u001b]0;title\u0007[red]check[/]","status":"failed","message":"m"}]}
        """;

    private readonly ToolHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Several_files_are_written_at_once_and_read_back()
    {
        ToolResult run = await ToolProcess.RunAsync(
            _home, "sitemap", Samples.Site, "--local", "-o", "r.csv", "-o", "r.json", "--output", "r.jsonl", "-o", "r.md", "-o", "r.xml", "-o", "r.sarif", "-o", "r.html", "--format", "junit");

        Assert.Equal(ExitCode.Passed, run.ExitCode);
        Assert.Equal(15, XDocument.Parse(run.Output).Descendants("testcase").Count());
        Assert.Equal(15, XDocument.Load(_home.PathOf("r.xml")).Descendants("testcase").Count());
        Assert.Equal(16, (await File.ReadAllLinesAsync(_home.PathOf("r.csv"), TestContext.Current.CancellationToken)).Length);
        using JsonDocument json = JsonDocument.Parse(await File.ReadAllTextAsync(_home.PathOf("r.json"), TestContext.Current.CancellationToken));
        Assert.Equal(15, json.RootElement.GetProperty("results").GetArrayLength());
        Assert.All(["r.md", "r.sarif", "r.html"], file => Assert.True(new FileInfo(_home.PathOf(file)).Length > 0));
        Assert.Empty(Directory.EnumerateFiles(_home.Folder, "*.partial"));

        ToolResult report = await ToolProcess.RunAsync(_home, "report", "r.jsonl", "--format", "csv", "--quiet");
        ToolResult comparison = await ToolProcess.RunAsync(_home, "compare", "r.json", "r.jsonl", "--json");
        ToolResult gate = await ToolProcess.RunAsync(_home, "gate", "r.json", "--baseline", "r.jsonl", "--max-drop", "0", "--max-errors", "0");

        Assert.Equal(
            (await File.ReadAllLinesAsync(_home.PathOf("r.csv"), TestContext.Current.CancellationToken)).Order(StringComparer.Ordinal),
            report.Output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Order(StringComparer.Ordinal));
        Assert.Equal(15, JsonDocument.Parse(comparison.Output).RootElement.GetProperty("unchanged").GetInt32());
        Assert.Equal(ExitCode.Passed, gate.ExitCode);
    }

    [Fact]
    public async Task Rules_come_from_a_file_and_options_override_it()
    {
        _home.Write("gate.json", """{ "minAverageScore": 99, "maxErrors": 0 }""");

        ToolResult failed = await ToolProcess.RunAsync(_home, "sitemap", Samples.Site, "--local", "--gate", "gate.json", "--json", "-o", "r.json");
        ToolResult passed = await ToolProcess.RunAsync(_home, "gate", "r.json", "--gate", "gate.json", "--fail-under", "70", "--json");

        Assert.Equal(ExitCode.GateFailed, failed.ExitCode);
        JsonElement gate = JsonDocument.Parse(failed.Output).RootElement.GetProperty("gate");
        Assert.False(gate.GetProperty("passed").GetBoolean());
        Assert.Equal("MinAverageScore", gate.GetProperty("violations")[0].GetProperty("rule").GetString());
        Assert.Equal(ExitCode.Passed, passed.ExitCode);
        Assert.True(JsonDocument.Parse(passed.Output).RootElement.GetProperty("gate").GetProperty("passed").GetBoolean());
    }

    [Fact]
    public async Task A_baseline_that_is_not_there_yet_is_no_fault_on_request()
    {
        string[] run = ["sitemap", Samples.Site, "--local", "--limit", "2", "--max-drop", "0", "--fail-under", "1", "-o", "r.jsonl", "--json"];

        ToolResult missing = await ToolProcess.RunAsync(_home, [.. run, "--baseline", "base.jsonl"]);
        ToolResult first = await ToolProcess.RunAsync(_home, [.. run, "--baseline-if-exists", "base.jsonl"]);
        string report = await File.ReadAllTextAsync(_home.PathOf("r.jsonl"), TestContext.Current.CancellationToken);
        _home.Write("base.jsonl", report);
        ToolResult second = await ToolProcess.RunAsync(_home, [.. run, "--baseline-if-exists", "base.jsonl"]);
        ToolResult both = await ToolProcess.RunAsync(_home, [.. run, "--baseline-if-exists", "base.jsonl", "--baseline", "base.jsonl"]);
        ToolResult gate = await ToolProcess.RunAsync(_home, "gate", "r.jsonl", "--max-average-drop", "0", "--baseline-if-exists", "none.jsonl");

        Assert.Equal(ExitCode.Usage, missing.ExitCode);
        Assert.Equal(ExitCode.Passed, first.ExitCode);
        Assert.Contains("There is no base.jsonl yet", first.Error, StringComparison.Ordinal);
        Assert.Equal("MinAverageScore", RulesIn(first));
        Assert.Equal("MinAverageScore, MaxScoreDrop", RulesIn(second));
        Assert.Equal(ExitCode.Usage, both.ExitCode);
        Assert.Equal(ExitCode.Passed, gate.ExitCode);
    }

    [Fact]
    public async Task Findings_in_a_folder_are_at_its_files()
    {
        _home.Write("dist/a b/index.html", "<title>x</title>");

        await ToolProcess.RunAsync(_home, "sitemap", "dist", "--local", "-o", "r.sarif");

        using JsonDocument sarif = JsonDocument.Parse(await File.ReadAllTextAsync(_home.PathOf("r.sarif"), TestContext.Current.CancellationToken));
        JsonElement location = sarif.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0];
        Assert.Equal("dist/a%20b/index.html", location.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());
    }

    [Theory]
    [InlineData("gate.json", """{ "minAverage": 1 }""", "--gate")]
    [InlineData("gate.json", "{", "--gate")]
    [InlineData("base.json", "<html>", "--baseline")]
    public async Task What_is_no_such_file_is_refused_before_anything_is_audited(string name, string text, string option)
    {
        _home.Write(name, text);

        ToolResult result = await ToolProcess.RunAsync(_home, "sitemap", Samples.Site, "--local", option, name, "-o", "r.csv");

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Empty(Directory.EnumerateFiles(_home.Folder, "r.csv*"));
    }

    [Theory]
    [InlineData("compare", "r.jsonl", "bad.jsonl")]
    [InlineData("gate", "r.jsonl", "--fail-under", "1", "--baseline", "bad.jsonl")]
    public async Task Of_two_reports_the_one_that_cannot_be_read_is_named(params string[] arguments)
    {
        _home.Write("r.jsonl", HostileReport.ReplaceLineEndings(string.Empty) + "\n");
        _home.Write("bad.jsonl", "{");

        ToolResult result = await ToolProcess.RunAsync(_home, arguments);

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.StartsWith("error: bad.jsonl: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_that_another_service_audited_are_not_passed_off_as_unchanged()
    {
        string report = HostileReport.ReplaceLineEndings(string.Empty);
        _home.Write("before.jsonl", report + "\n");
        _home.Write("after.jsonl", report.Replace("seopeek", "seogent", StringComparison.Ordinal) + "\n");

        ToolResult text = await ToolProcess.RunAsync(_home, "compare", "before.jsonl", "after.jsonl");
        ToolResult json = await ToolProcess.RunAsync(_home, "compare", "before.jsonl", "after.jsonl", "--json");

        Assert.Contains("1 unchanged (1 not comparable)", text.Output, StringComparison.Ordinal);
        JsonElement comparison = JsonDocument.Parse(json.Output).RootElement;
        Assert.Equal((0, 1), (comparison.GetProperty("compared_pages").GetInt32(), comparison.GetProperty("not_comparable").GetInt32()));
    }

    [Theory]
    [InlineData]
    [InlineData("--json")]
    public async Task A_password_in_an_address_is_not_printed(params string[] how)
    {
        ToolResult result = await ToolProcess.RunAsync(
            _home, ["audit", "http://name:password@127.0.0.1:1/page", "--local", "--verbose", "--max-errors", "0", .. how]);

        Assert.Contains("http://127.0.0.1:1/page", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("name:password", result.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_report_says_is_shown_and_not_obeyed()
    {
        _home.Write("hostile.jsonl", HostileReport.ReplaceLineEndings(string.Empty) + "\n");

        ToolResult result = await ToolProcess.RunOnTerminalAsync(_home, "report", "hostile.jsonl", "--no-color");

        Assert.Contains("[red]check[/]", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001B[31m", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001B[2J", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001B]0;", result.Output, StringComparison.Ordinal);
    }

    private static string RulesIn(ToolResult result) =>
        string.Join(", ", JsonDocument.Parse(result.Output).RootElement.GetProperty("gate").GetProperty("rules").EnumerateArray());
}
