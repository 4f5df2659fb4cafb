using System.Diagnostics;
using SeoAudit.Cli.Completion;
using SeoAudit.Cli.Tests.Support;

namespace SeoAudit.Cli.Tests;

public sealed class CompletionTests : IDisposable
{
    private readonly ToolHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Every_shell_has_a_script_that_asks_the_tool()
    {
        foreach (string shell in CompletionScripts.ByShell.Keys)
        {
            ToolResult result = await ToolProcess.RunAsync(_home, "completion", shell);

            Assert.Equal(0, result.ExitCode);
            Assert.Contains("[suggest:", result.Output, StringComparison.Ordinal);
            Assert.Contains("seoaudit", result.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("seoaudit sit", "sitemap")]
    [InlineData("seoaudit audit --serv", "--service")]
    [InlineData("seoaudit audit --service seog", "seogent")]
    [InlineData("seoaudit audit x --format sar", "sarif")]
    public async Task Bash_completes(string line, string expected)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "There is no bash.");
        string script = CompletionScripts.ByShell["bash"] + $$"""
            seoaudit() { dotnet '{{ToolProcess.Assembly}}' "$@"; }
            COMP_LINE='{{line}}'
            COMP_POINT=${#COMP_LINE}
            COMP_WORDS=($COMP_LINE)
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _seoaudit
            printf '%s\n' "${COMPREPLY[@]}"
            """;
        using var bash = Process.Start(new ProcessStartInfo("/bin/bash", ["-c", script]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        string output = await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(expected, output.Trim());
    }
}
