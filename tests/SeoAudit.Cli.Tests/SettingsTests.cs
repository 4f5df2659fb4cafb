using System.Runtime.Versioning;
using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Tests.Support;
using SeoAudit.Emulator;

namespace SeoAudit.Cli.Tests;

public sealed class SettingsTests : IDisposable
{
    private readonly ToolHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_key_is_kept_where_nobody_else_can_read_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such permissions on Windows.");
        ToolResult set = await ToolProcess.RunWithInputAsync(_home, $"{Keys.Seogent}\n", "config", "set", "seogent");
        ToolResult list = await ToolProcess.RunAsync(_home, "config", "list");

        Assert.Equal(0, set.ExitCode);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_home.ConfigFile));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(_home.ConfigFile)!));
        Assert.Contains("sk_…", list.Output, StringComparison.Ordinal);
        Assert.Contains(_home.ConfigFile, list.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Keys.Seogent, set.All + list.All, StringComparison.Ordinal);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_file_that_others_can_read_is_refused_with_how_to_mend_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such permissions on Windows.");
        await ToolProcess.RunWithInputAsync(_home, $"{Keys.Seogent}\n", "config", "set", "seogent");
        File.SetUnixFileMode(_home.ConfigFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        ToolResult result = await ToolProcess.RunAsync(_home, "scan", "example.com");

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains($"chmod 600 '{_home.ConfigFile}'", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_key_is_used_and_one_of_the_environment_comes_first()
    {
        await using SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        _home.Using(emulator);
        _home.Variables.Remove("SeoAudit__Seogent__ApiToken");
        await ToolProcess.RunWithInputAsync(_home, $"{Keys.Seogent}\n", "config", "set", "seogent");
        Assert.Equal(0, (await ToolProcess.RunAsync(_home, "credits", "--service", "seogent")).ExitCode);
        _home.Variables["SeoAudit__Seogent__ApiToken"] = "sk_0123456789abcdef0123";
        Assert.Equal(0, (await ToolProcess.RunAsync(_home, "credits", "--service", "seogent")).ExitCode);

        string?[] used = [.. emulator.Ledger.RequestsTo(EmulatedService.Seogent).Select(static request => request.KeyFingerprint)];
        Assert.Equal([EmulatorLedger.Fingerprint(Keys.Seogent), EmulatorLedger.Fingerprint("sk_0123456789abcdef0123")], used);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("{ \"x\": 1 }")]
    [UnsupportedOSPlatform("windows")]
    public async Task A_key_that_is_no_text_is_shown_like_any_other(string value)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such permissions on Windows.");
        _home.Write(Path.GetRelativePath(_home.Folder, _home.ConfigFile), $$"""{ "SeoAudit": { "Seogent": { "ApiToken": {{value}} } } }""");
        File.SetUnixFileMode(_home.ConfigFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        ToolResult result = await ToolProcess.RunAsync(_home, "config", "list");

        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task A_key_is_forgotten()
    {
        await ToolProcess.RunWithInputAsync(_home, $"{Keys.MetricSpot}\n", "config", "set", "metricspot");
        await ToolProcess.RunAsync(_home, "config", "unset", "metricspot");

        Assert.DoesNotContain(Keys.MetricSpot, await File.ReadAllTextAsync(_home.ConfigFile, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    public async Task What_is_no_key_is_not_kept(string input)
    {
        ToolResult result = await ToolProcess.RunWithInputAsync(_home, $"{input}\n", "config", "set", "seopeek");

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.False(File.Exists(_home.ConfigFile));
    }

    [Fact]
    public async Task A_broken_file_is_refused_without_a_word_of_it()
    {
        _home.Write("config/seoaudit/config.json", $"{{\"SeoAudit\": {{\"Seogent\": {{\"ApiToken\": {Keys.Seogent}}}}}}}");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_home.ConfigFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        ToolResult result = await ToolProcess.RunAsync(_home, "config", "list");

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains("does not hold a JSON object", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("7c31", result.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_key_is_ever_shown_even_where_a_service_repeats_it()
    {
        await using SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        _home.Using(emulator);
        _home.Variables["SeoAudit__SeoPeek__ApiKey"] = Keys.SeoPeek;
        foreach (EmulatedService service in Enum.GetValues<EmulatedService>())
        {
            emulator.Faults.Add(EmulatorFault.On(service).With(FaultAction.Status(401, $"{{\"error\":\"no such key: {Keys.All[(int)service]}\"}}")));
        }

        string all = string.Empty;
        foreach (string[] command in (string[][])[
            ["audit", "http://127.0.0.1/", "--verbose"],
            ["audit", "http://127.0.0.1/", "--service", "seogent", "--verbose", "--json"],
            ["audit", "http://127.0.0.1/", "--service", "metricspot", "--verbose"],
            ["scan", "127.0.0.1", "--verbose"],
            ["list", "--verbose"],
            ["credits", "--verbose"],
            ["config", "list", "--verbose"]])
        {
            ToolResult result = await ToolProcess.RunAsync(_home, command);
            Assert.True(result.ExitCode is ExitCode.Service || command[0] == "config", result.All);
            all += result.All;
        }

        Assert.All(Keys.All, key => Assert.DoesNotContain(key, all, StringComparison.Ordinal));
        Assert.All(
            Directory.EnumerateFiles(_home.Folder, "*", SearchOption.AllDirectories),
            static file => Assert.All(Keys.All, key => Assert.DoesNotContain(key, File.ReadAllText(file), StringComparison.Ordinal)));
    }
}
