using SeoAudit.Cli.Tests.Support;
using SeoAudit.Emulator;

namespace SeoAudit.Cli.Tests;

public sealed class HostileTextTests : IDisposable
{
    private const string Hostile = """{"error":"\u001b[31mred\u001b[2J \u001b]0;title\u0007 \u009b31m [bold]markup[/] [/] \u202Eback\r\nerror: forged"}""";

    private readonly ToolHome _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_service_says_is_shown_and_not_obeyed(bool terminal)
    {
        await using SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        emulator.Faults.Add(EmulatorFault.On(EmulatedService.SeoPeek).With(FaultAction.Status(400, Hostile)));
        _home.Using(emulator);
        string[] command = ["audit", "http://127.0.0.1/", "--verbose", "--no-color"];

        ToolResult result = terminal ? await ToolProcess.RunOnTerminalAsync(_home, command) : await ToolProcess.RunAsync(_home, command);

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("[bold]markup[/] [/]", result.All, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001B[31m", result.All, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001B[2J", result.All, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001B]0;", result.All, StringComparison.Ordinal);
        Assert.DoesNotContain('\u009B', result.All);
        Assert.DoesNotContain('\u202E', result.All);
        if (!terminal)
        {
            // A terminal breaks long lines wherever they end.
            Assert.DoesNotContain("\nerror: forged", result.All.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        }
    }
}
