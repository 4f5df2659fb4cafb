using System.Diagnostics;

namespace SeoAudit.Cli.Tests;

public sealed class HelpTests
{
    [Fact]
    public async Task Help_is_shown()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "seoaudit.dll"), "--help"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        string text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
        Assert.Contains("Audits pages, sitemaps and sites.", text, StringComparison.Ordinal);
    }
}
