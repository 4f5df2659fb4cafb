using SeoAudit.Cli.Auditing;

namespace SeoAudit.Cli.Tests.Units;

public sealed class ResumeCommandTests
{
    [Fact]
    public void A_shell_reads_it_as_it_was_meant()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Shells of Windows quote differently.");

        Assert.Equal(
            "seoaudit audit 'https://example.com/?a=1&b=2' --title 'It'\\''s $HOME' '' --resume",
            ResumeCommand.From(["audit", "https://example.com/?a=1&b=2", "--title", "It's $HOME", ""], "--resume"));
    }

    [Fact]
    public void Nothing_is_added_twice() => Assert.Equal("seoaudit audit --resume", ResumeCommand.From(["audit", "--resume"], "--resume"));
}
