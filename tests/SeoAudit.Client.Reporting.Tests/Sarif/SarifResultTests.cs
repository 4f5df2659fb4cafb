using System.Text.Json;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Sarif;

public sealed class SarifResultTests
{
    [Fact]
    public async Task A_failed_check_is_a_result_at_its_page()
    {
        PageAudit audit = Outcomes.Audited("https://example.com/about", 41.5, 0, Outcomes.Passes("Title"), Outcomes.Fails("Meta Description") with { Value = "x" }).Audit!;

        JsonElement result = Assert.Single((await SarifReport.RunAsync([Outcomes.Of(audit)])).Results());

        Assert.Equal("seopeek.meta-description", result.Text("ruleId"));
        Assert.Equal("warning", result.Text("level"));
        Assert.Equal("Meta Description: Meta Description is missing. Page: https://example.com/about", result.Text("message", "text"));
        Assert.Equal("example.com/about", result.Place().Text("uri"));
        Assert.Equal(1, result.GetProperty("locations")[0].At("physicalLocation", "region", "startLine").GetInt32());
        Assert.Equal("https://example.com/about", result.Text("properties", "url"));
        Assert.Equal(41.5, result.At("properties", "score").GetDouble());
        Assert.Equal("x", result.Text("properties", "value"));
        Assert.Equal("2026-11-02T08:30:00Z", result.Text("properties", "auditedAt"));
    }

    [Theory]
    [InlineData("critical", "error")]
    [InlineData("HIGH", "error")]
    [InlineData("major", "warning")]
    [InlineData("medium", "warning")]
    [InlineData("grave", "warning")]
    [InlineData("", "warning")]
    [InlineData(null, "warning")]
    [InlineData("minor", "note")]
    [InlineData("low", "note")]
    [InlineData("Info", "note")]
    public async Task The_level_of_a_failed_check_is_by_its_severity(string? severity, string level) =>
        Assert.Equal(level, Assert.Single((await SarifReport.RunAsync([Outcomes.Audited("https://example.com/", 1, 0, Outcomes.Fails("Title", severity))])).Results()).Text("level"));

    [Theory]
    [InlineData("failed", "error")]
    [InlineData("warning", "note")]
    [InlineData("passed", null)]
    [InlineData("skipped", null)]
    [InlineData("", null)]
    public async Task A_warning_is_a_note_and_any_other_verdict_no_result(string status, string? level)
    {
        PageCheck check = Outcomes.Fails("Title", "critical") with { Status = new CheckStatus(status) };

        JsonElement run = await SarifReport.RunAsync([Outcomes.Audited("https://example.com/", 1, 0, check)]);

        Assert.Equal(level, run.Results().Select(static result => result.Text("level")).SingleOrDefault());
        Assert.Equal(level is null ? 0 : 1, run.Rules().Length);
    }

    [Fact]
    public async Task Every_result_names_its_rule_by_index_and_id()
    {
        JsonElement run = await SarifReport.RunAsync(Enumerable.Range(0, 40).Select(static index => Outcomes.Audited(
            $"https://example.com/{index}", 1, index, Outcomes.Fails($"Check {index % 7}"), Outcomes.Fails($"Check {index % 5}"))));

        Assert.Equal(7, run.Rules().Length);
        Assert.Equal(80, run.Results().Length);
        Assert.All(run.Results(), result => Assert.Equal(result.Text("ruleId"), run.Rules()[result.GetProperty("ruleIndex").GetInt32()].Text("id")));
    }

    [Fact]
    public async Task A_check_without_words_says_that_it_was_not_passed() => Assert.Equal(
        "seopeek.e3b0c442: not passed. Page: https://example.com/",
        Assert.Single((await SarifReport.RunAsync([Outcomes.Audited("https://example.com/", 1, 0, new PageCheck { Name = "", Status = CheckStatus.Failed })])).Results()).Text("message", "text"));

    [Fact]
    public async Task A_score_that_is_no_number_is_left_out()
    {
        JsonElement result = Assert.Single((await SarifReport.RunAsync([Outcomes.Audited("https://example.com/", double.NaN, 0, Outcomes.Fails("Title"))])).Results());

        Assert.False(result.GetProperty("properties").TryGetProperty("score", out _));
    }

    [Fact]
    public async Task Results_beyond_the_limit_are_counted()
    {
        JsonElement run = await SarifReport.RunAsync(
            Enumerable.Range(0, 5).Select(static index => Outcomes.Audited($"https://example.com/{index}", 1, index, Outcomes.Fails("A"), Outcomes.Fails("B"))),
            new SarifReportOptions { MaxResults = 3 });

        Assert.Equal(3, run.Results().Length);
        JsonElement notification = Assert.Single(run.Notifications());
        Assert.Equal("7 more results were left out.", notification.Text("message", "text"));
        Assert.Equal("warning", notification.Text("level"));
        Assert.True(run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());
    }

    [Fact]
    public async Task So_are_results_of_more_rules_than_are_kept()
    {
        PageCheck[] checks = [.. Enumerable.Range(0, 10_002).Select(static index => Outcomes.Fails($"Check {index}"))];

        JsonElement run = await SarifReport.RunAsync([Outcomes.Audited("https://example.com/", 1, 0, [.. checks, checks[0]])]);

        Assert.Equal(10_000, run.Rules().Length);
        Assert.Equal(10_001, run.Results().Length);
        Assert.Equal("2 more results were left out.", Assert.Single(run.Notifications()).Text("message", "text"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_limit_below_one_is_an_error_that_names_it(int limit) => Assert.Contains(
        "SarifReportOptions.MaxResults is 1 or more",
        Assert.Throws<ArgumentOutOfRangeException>(() => new SarifReportOptions { MaxResults = limit }).Message,
        StringComparison.Ordinal);
}
