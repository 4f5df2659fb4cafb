using System.Text.Json;
using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Tests.Support;
using SeoAudit.Emulator;
using SeoAudit.Tests.Shared;

namespace SeoAudit.Cli.Tests;

public sealed class ExitCodeTests : IDisposable
{
    private readonly ToolHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_site_whose_pages_are_all_audited_passes()
    {
        ToolResult result = await ToolProcess.RunAsync(_home, "sitemap", Samples.Site, "--local");

        Assert.Equal(ExitCode.Passed, result.ExitCode);
        Assert.Contains("of 15 pages", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("70", ExitCode.Passed)]
    [InlineData("99", ExitCode.GateFailed)]
    public async Task A_gate_decides(string average, int expected)
    {
        ToolResult result = await ToolProcess.RunAsync(_home, "sitemap", Samples.Site, "--local", "--fail-under", average);

        Assert.Equal(expected, result.ExitCode);
    }

    private static readonly (string Complaint, string[] Arguments)[] Mistakes =
    [
        ("Required command", []),
        ("'nonsense'", ["nonsense"]),
        ("no option --nonsense", ["audit", "https://example.com/", "--nonsense"]),
        ("Name a page", ["audit"]),
        ("Do you mean https://example.com/?", ["audit", "example.com"]),
        ("--concurrency needs a whole number from 1 to 1000, not \"0\"", ["audit", "https://example.com/", "--concurrency", "0"]),
        ("--service needs one of seopeek, seogent, metricspot", ["audit", "https://example.com/", "--service", "bing"]),
        ("--fail-under needs a number from 0 to 100", ["audit", "https://example.com/", "--fail-under", "101"]),
        ("--max-lcp needs a time", ["audit", "https://example.com/", "--max-lcp", "soon"]),
        ("--max-lcp needs a time", ["audit", "https://example.com/", "--max-lcp=-Infinity"]),
        ("--max-cls needs a number from 0 to 1000, not \"Infinity\"", ["audit", "https://example.com/", "--max-cls", "Infinity"]),
        ("RequiredChecks must hold no empty name.\n", ["audit", "https://example.com/", "--require-check", ""]),
        ("--max-checks needs a severity", ["audit", "https://example.com/", "--max-checks", "major"]),
        ("does not tell the format", ["audit", "https://example.com/", "--output", "report.docx"]),
        ("--output needs the name of a file", ["audit", "https://example.com/", "--output", ""]),
        ("twice", ["audit", "https://example.com/", "-o", "a.csv", "-o", "./a.csv"]),
        ("add --baseline FILE", ["audit", "https://example.com/", "--max-drop", "5"]),
        ("both print to standard output", ["audit", "https://example.com/", "--json", "--format", "csv"]),
        ("--timeout needs a time from 1ms to 604800s, not \"0\"", ["scan", "example.com", "--timeout", "0"]),
        ("--timeout needs a time from 1ms to 604800s, not \"700000s\"", ["wait", "1", "--timeout", "700000s"]),
        ("not on this machine", ["audit", "https://example.com/", "--local"]),
        ("not on this machine", ["sitemap", "https://example.com/", "--local"]),
        ("not on this machine", ["scan", "example.com", "--local"]),
        ("SEOgent needs a key", ["audit", "https://example.com/", "--service", "seogent"]),
        ("SEOgent needs a key", ["scan", "example.com"]),
        ("no interrupted run", ["audit", "https://example.com/", "--resume"]),
        ("There is no journal", ["audit", "https://example.com/", "--resume", "--journal", "none.jsonl"]),
        ("There is no file", ["gate", "none.json", "--fail-under", "70"]),
        ("at least one rule", ["gate", "none.json"]),
        ("There is no file", ["compare", "a.json", "b.json"]),
        ("There is no folder", ["emulator", "--site", "none"]),
        ("No service has a key", ["credits"]),
        ("Keys are not taken", ["audit", "https://example.com/", "--api-key", "x"]),
    ];

    [Fact]
    public async Task What_cannot_be_asked_is_refused_with_what_can_be()
    {
        foreach ((string complaint, string[] arguments) in Mistakes)
        {
            ToolResult result = await ToolProcess.RunAsync(_home, arguments);

            Assert.Contains(complaint, result.Error, StringComparison.Ordinal);
            Assert.StartsWith("error: ", result.Error, StringComparison.Ordinal);
            Assert.Equal(ExitCode.Usage, result.ExitCode);
            Assert.Empty(result.Output);
        }
    }

    [Fact]
    public async Task A_run_without_pages_says_so()
    {
        ToolResult result = await ToolProcess.RunAsync(_home, "audit", "--urls", _home.Write("urls.txt", "# None\n"), "--local");

        Assert.Equal(ExitCode.Passed, result.ExitCode);
        Assert.Contains("warning: There are no pages.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_used_up_quota_is_the_services_fault()
    {
        await using NumberedSite site = await NumberedSite.StartAsync();
        var options = new SeoAuditEmulatorOptions();
        options.SeoPeek.DailyQuota = 0;
        await using SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync(options, TestContext.Current.CancellationToken);

        ToolResult result = await ToolProcess.RunAsync(_home.Using(emulator), "audit", $"{site.Address}1", "--quiet");

        Assert.Equal(ExitCode.Service, result.ExitCode);
    }

    [Fact]
    public async Task A_sitemap_that_cannot_be_read_is_the_services_fault()
    {
        await using NumberedSite site = await NumberedSite.StartAsync();

        ToolResult result = await ToolProcess.RunAsync(_home, "sitemap", $"{site.Address}sitemap.xml", "--local");

        Assert.Equal(ExitCode.Service, result.ExitCode);
        Assert.Contains("error: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_cannot_be_audited_makes_the_run_partial()
    {
        await using NumberedSite site = await NumberedSite.StartAsync();
        string list = _home.Write("urls.txt", $"# Pages\n{site.Address}1\n\nnot an address\n{site.Address}2\n");

        ToolResult result = await ToolProcess.RunAsync(_home, "audit", "--urls", list, "--local");

        Assert.Equal(ExitCode.Partial, result.ExitCode);
        Assert.Contains("of 3 pages", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_cannot_even_be_read_as_an_address_is_a_page_that_failed()
    {
        await using NumberedSite site = await NumberedSite.StartAsync();
        string[] bad = ["https://exa mple.com/", "http://host:99999/@me", "http://user:secret/word@host:x/", $"http://{new string('a', 70_000)}:x/"];
        string list = _home.Write("urls.txt", string.Join('\n', bad.Prepend($"{site.Address}1")));

        ToolResult result = await ToolProcess.RunAsync(_home, "audit", "--urls", list, "--local", "-o", "r.jsonl", "-o", "r.csv");
        ToolResult report = await ToolProcess.RunAsync(_home, "report", "r.jsonl", "--json");

        Assert.Equal(ExitCode.Partial, result.ExitCode);
        Assert.Contains("of 5 pages", result.Output, StringComparison.Ordinal);
        string pages = await File.ReadAllTextAsync(_home.PathOf("r.csv"), TestContext.Current.CancellationToken);
        Assert.Contains("./https://exa mple.com/,", pages, StringComparison.Ordinal);
        Assert.Contains("./http://…@host:x/,", pages, StringComparison.Ordinal);
        Assert.DoesNotContain("word", result.All + report.All + pages, StringComparison.Ordinal);
        Assert.Equal(4, JsonDocument.Parse(report.Output).RootElement.GetProperty("errors").GetInt32());
    }
}
