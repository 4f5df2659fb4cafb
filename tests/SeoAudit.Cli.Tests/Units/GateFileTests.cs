using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Options;
using SeoAudit.Cli.Reports;
using SeoAudit.Cli.Tests.Support;
using SeoAudit.Client.Reporting;

namespace SeoAudit.Cli.Tests.Units;

public sealed class GateFileTests : IDisposable
{
    private readonly ToolHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Every_rule_is_read()
    {
        QualityGate gate = GateFile.Read(_home.Write("gate.json", """
            {
              // Comments are allowed.
              "fail-under": 80, "min-page-score": 50.5, "max-failed": 3, "max-errors": 0,
              "require-check": ["title", "HTTPS"], "max-checks": { "critical": 0, "major": 10 },
              "max-lcp": "2.5s", "max-cls": 0.1, "max-inp": 200, "max-drop": 5, "max-average-drop": 1,
            }
            """));

        Assert.Equal((80d, 50.5, 3, 0), (gate.MinAverageScore, gate.MinPageScore, gate.MaxFailedPages, gate.MaxErrors));
        Assert.Equal(["title", "HTTPS"], gate.RequiredChecks);
        Assert.Equal((0, 10), (gate.MaxFailedChecks["Critical"], gate.MaxFailedChecks["major"]));
        Assert.Equal((TimeSpan.FromSeconds(2.5), 0.1, TimeSpan.FromMilliseconds(200)), (gate.MaxLcp, gate.MaxCls, gate.MaxInp));
        Assert.Equal((5d, 1d), (gate.MaxScoreDrop, gate.MaxAverageDrop));
    }

    [Theory]
    [InlineData("{", "is not JSON")]
    [InlineData("[]", "JSON object")]
    [InlineData("{\"failunder\": 1}", "none of fail-under, min-page-score")]
    [InlineData("{\"fail-under\": 101}", "\"fail-under\" cannot have the value 101")]
    [InlineData("{\"max-failed\": \"many\"}", "\"max-failed\" cannot have the value \"many\"")]
    [InlineData("{\"max-failed\": -1}", "\"max-failed\" cannot have the value -1")]
    [InlineData("{\"require-check\": [1]}", "\"require-check\" cannot have the value [1]")]
    [InlineData("{\"max-lcp\": \"soon\"}", "\"max-lcp\" cannot have the value \"soon\"")]
    public void What_is_wrong_is_named(string text, string message) =>
        Assert.Contains(message, Assert.Throws<UsageException>(() => GateFile.Read(_home.Write("gate.json", text))).Message, StringComparison.Ordinal);

    [Fact]
    public void Its_rules_are_the_options() =>
        Assert.Equal(
            GateOptions.All.Select(static option => option.Name).Where(static name => name != GateOptions.Gate.Name),
            GateFile.Names.Select(static name => $"--{name}"));
}
