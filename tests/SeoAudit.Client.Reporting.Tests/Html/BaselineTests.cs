using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SeoAudit.Client.Reporting.Tests.Html.Support;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Html;

/// <summary>The gate and the comparison, from the options of a report.</summary>
public sealed class BaselineTests
{
    [Fact]
    public async Task A_run_is_compared_with_the_one_before()
    {
        IHtmlDocument page = await ParseAsync(Rendering.Options() with { Baseline = await BeforeAsync("https://a.example") });

        Assert.Equal(
            ["Better 1", "Worse 1", "Unchanged 0", "New 1", "Gone 1"],
            page.QuerySelectorAll("#comparison .figure").Skip(1).Select(static figure => $"{figure.QuerySelector("dt")!.TextContent} {figure.QuerySelector("b")!.TextContent}"),
            StringComparer.Ordinal);
        Assert.Equal(
            "[\"https://a.example/2\",-20,\"https://a.example/1\",10]",
            PageDataOf.Json(page).GetProperty("changes").GetRawText());
        Assert.NotNull(page.QuerySelector("th[data-key=change]"));
    }

    [Fact]
    public async Task A_preview_is_compared_with_the_live_site()
    {
        ReportOptions options = Rendering.Options() with { Baseline = await BeforeAsync("https://live.example"), Comparison = new ComparisonOptions { IgnoreHost = true } };

        Assert.Equal("[\"https://a.example/2\",-20,\"https://a.example/1\",10]", PageDataOf.Json(await ParseAsync(options)).GetProperty("changes").GetRawText());
    }

    [Fact]
    public async Task A_gate_is_held_against_the_run_and_the_one_before()
    {
        ReportOptions options = Rendering.Options() with { Baseline = await BeforeAsync("https://a.example"), Gate = new QualityGate { MinAverageScore = 10, MaxScoreDrop = 5 } };
        IHtmlDocument page = await ParseAsync(options);

        Assert.Equal("Quality gate failed", page.QuerySelector("#gate h2")!.TextContent);
        Assert.Equal("1 of 2 rules violated.", page.QuerySelector("#gate h2 + p")!.TextContent);
        Assert.Equal("https://a.example/2", page.QuerySelector("#gate a")!.TextContent);
        Assert.NotNull(page.QuerySelector("#comparison"));
    }

    [Fact]
    public void A_gate_that_needs_a_run_before_is_refused_without_one() => Assert.Throws<ArgumentException>(() =>
        ReportWriter.Create(ReportFormat.Html, Stream.Null, new ReportOptions { Gate = new QualityGate { MaxScoreDrop = 5 } }));

    private static async Task<IHtmlDocument> ParseAsync(ReportOptions options) => Rendering.Parse(await Rendering.ToHtmlAsync(
        [Outcomes.Audited("https://a.example/1", 90), Outcomes.Audited("https://a.example/2", 50, 1), Outcomes.Audited("https://a.example/3", 70, 2)], options));

    private static Task<AuditSnapshot> BeforeAsync(string site) => AuditSnapshot.FromAsync(Outcomes.Stream(
        Outcomes.Audited($"{site}/1", 80), Outcomes.Audited($"{site}/2", 70, 1), Outcomes.Audited($"{site}/4", 60, 2)));
}
