using System.Text.Json;
using SeoAudit.Cli.Tests.Support;
using SeoAudit.Emulator;
using SeoAudit.Tests.Shared;

namespace SeoAudit.Cli.Tests;

public sealed class JsonOutputTests : IDisposable
{
    private readonly ToolHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_run_is_one_object_and_nothing_else()
    {
        ToolResult result = await ToolProcess.RunAsync(_home, "sitemap", Samples.Site, "--local", "--json", "--verbose");

        JsonElement run = Parse(result);
        Assert.Equal(result.ExitCode, run.GetProperty("exit_code").GetInt32());
        Assert.Equal(15, run.GetProperty("audited").GetInt32());
        Assert.Equal(10, run.GetProperty("worst_pages").GetArrayLength());
        Assert.NotEmpty(result.Error);
    }

    [Fact]
    public async Task Pages_come_from_standard_input()
    {
        await using NumberedSite site = await NumberedSite.StartAsync();

        ToolResult result = await ToolProcess.RunWithInputAsync(_home, $"{site.Address}1\n{site.Address}2\n{site.Address}1\n", "audit", "-", "--local", "--json");

        Assert.Equal(2, Parse(result).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Every_command_of_the_services_prints_one_object()
    {
        await using NumberedSite site = await NumberedSite.StartAsync();
        var options = new SeoAuditEmulatorOptions();
        options.MetricSpot.GlobalSpacing = TimeSpan.Zero;
        await using SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync(options, TestContext.Current.CancellationToken);
        _home.Using(emulator);

        JsonElement scan = Parse(await ToolProcess.RunAsync(_home, "scan", site.Address.GetLeftPart(UriPartial.Authority), "--max-pages", "3", "--json"));
        Assert.Equal(1, scan.GetProperty("audited").GetInt32());
        string scanId = Parse(await ToolProcess.RunAsync(_home, "list", "--json")).GetProperty("items")[0].GetProperty("id").GetString()!;
        Assert.Equal(1, Parse(await ToolProcess.RunAsync(_home, "results", scanId, "--json")).GetProperty("audited").GetInt32());
        Assert.Equal(1, Parse(await ToolProcess.RunAsync(_home, "wait", scanId, "--json")).GetProperty("audited").GetInt32());

        Assert.Equal(1, Parse(await ToolProcess.RunAsync(_home, "audit", $"{site.Address}1", "--service", "metricspot", "--json")).GetProperty("audited").GetInt32());
        string auditId = Parse(await ToolProcess.RunAsync(_home, "list", "--service", "metricspot", "--json")).GetProperty("items")[0].GetProperty("id").GetString()!;
        Assert.Equal(1, Parse(await ToolProcess.RunAsync(_home, "results", auditId, "--service", "metricspot", "--json")).GetProperty("audited").GetInt32());
        string pdf = Parse(await ToolProcess.RunAsync(_home, "pdf", auditId, "-o", "audit.pdf", "--json")).GetProperty("file").GetString()!;
        Assert.StartsWith("%PDF", await File.ReadAllTextAsync(pdf, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        JsonElement credits = Parse(await ToolProcess.RunAsync(_home, "credits", "--json"));
        Assert.Equal("seogent", credits.GetProperty("services")[0].GetProperty("service").GetString());
        Assert.True(credits.GetProperty("services")[0].GetProperty("left").GetInt64() > 0);
        Assert.Equal("sk_…", Parse(await ToolProcess.RunAsync(_home, "config", "list", "--json")).GetProperty("keys")[1].GetProperty("key").GetString());
        Assert.False(Parse(await ToolProcess.RunAsync(_home, "config", "path", "--json")).GetProperty("exists").GetBoolean());
    }

    private static JsonElement Parse(ToolResult result)
    {
        using JsonDocument document = JsonDocument.Parse(result.Output);
        return document.RootElement.Clone();
    }
}
