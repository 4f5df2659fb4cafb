using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SeoAudit.Client.Reporting.Html.Sections;
using SeoAudit.Client.Reporting.Tests.Html.Support;

namespace SeoAudit.Client.Reporting.Tests.Html;

public sealed class GateSectionTests
{
    [Fact]
    public void Without_a_gate_there_is_no_verdict() => Assert.Empty(Rendering.ToHtml(static html => GateSection.Write(html, null)));

    [Fact]
    public void A_gate_that_is_kept_says_so()
    {
        IHtmlDocument page = Rendering.Parse(Rendering.ToHtml(static html => GateSection.Write(html, new QualityGateResult { Rules = ["MinAverageScore", "MaxLcp"] })));

        Assert.Equal("Quality gate passed", page.QuerySelector("h2")!.TextContent);
        Assert.Equal("All 2 rules are kept.", page.QuerySelector("p")!.TextContent);
        Assert.Null(page.QuerySelector(".violations"));
    }

    [Fact]
    public void A_gate_that_is_not_lists_every_rule_and_the_first_pages()
    {
        IHtmlDocument page = Rendering.Parse(Rendering.ToHtml(static html => GateSection.Write(html, SampleSummaries.FailedGate())));

        Assert.Equal("Quality gate failed", page.QuerySelector("h2")!.TextContent);
        Assert.Equal("2 of 4 rules violated.", page.QuerySelector("h2 + p")!.TextContent);
        IElement[] rules = [.. page.QuerySelectorAll(".violations > li")];
        Assert.Equal(["MinAverageScore", "RequiredChecks[canonical]"], rules.Select(static rule => rule.QuerySelector("code")!.TextContent), StringComparer.Ordinal);
        Assert.Empty(rules[0].QuerySelectorAll("a"));
        Assert.Equal(10, rules[1].QuerySelectorAll("a").Length);
        Assert.Equal("and 4 pages more", rules[1].QuerySelector(".plain .muted")!.TextContent);
    }
}
