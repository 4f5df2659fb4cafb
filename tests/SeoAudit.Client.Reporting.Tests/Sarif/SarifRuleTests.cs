using System.Text.Json;
using SeoAudit.Client.Reporting.Sarif;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Sarif;

public sealed class SarifRuleTests
{
    private static readonly PageCheck Check = new()
    {
        Key = "technical.https_enforced",
        Name = "HTTPS enforced",
        Status = CheckStatus.Failed,
        Category = "technical",
        Severity = "minor",
    };

    [Fact]
    public async Task A_rule_tells_all_that_is_known_of_its_check()
    {
        JsonElement rule = Assert.Single((await RunAsync(Check)).Rules());

        Assert.Equal("metricspot.technical.https_enforced", rule.Text("id"));
        Assert.Equal("HTTPS enforced", rule.Text("name"));
        Assert.Equal("HTTPS enforced", rule.Text("shortDescription", "text"));
        Assert.Equal("MetricSpot checks HTTPS enforced, in its category technical, and rates it minor.", rule.Text("fullDescription", "text"));
        Assert.StartsWith("MetricSpot checks HTTPS enforced, in its category technical, and rates it minor. ", rule.Text("help", "text"), StringComparison.Ordinal);
        Assert.StartsWith("MetricSpot checks `HTTPS enforced`, in its category `technical`, and rates it `minor`.\n\n", rule.Text("help", "markdown"), StringComparison.Ordinal);
        Assert.Equal("note", rule.Text("defaultConfiguration", "level"));
        Assert.Equal("""{"tags":["seo","technical"],"problem.severity":"recommendation","service":"MetricSpot","category":"technical","severity":"minor"}""", rule.GetProperty("properties").GetRawText());
    }

    [Fact]
    public async Task A_rule_says_no_more_than_is_known()
    {
        JsonElement rule = Assert.Single((await RunAsync(Check with { Category = null, Severity = null })).Rules());

        Assert.Equal("MetricSpot checks HTTPS enforced.", rule.Text("fullDescription", "text"));
        Assert.Equal("""{"tags":["seo"],"problem.severity":"warning","service":"MetricSpot"}""", rule.GetProperty("properties").GetRawText());
    }

    [Fact]
    public async Task Tags_are_told_once() => Assert.Equal(
        """["seo"]""", Assert.Single((await RunAsync(Check with { Category = "seo" })).Rules()).At("properties", "tags").GetRawText());

    [Fact]
    public async Task A_rule_is_as_grave_as_its_gravest_result() => Assert.Equal(
        "error", Assert.Single((await RunAsync(Check, Check with { Severity = "critical" }, Check)).Rules()).Text("defaultConfiguration", "level"));

    [Fact]
    public async Task A_check_without_a_name_is_a_rule_without_one() =>
        Assert.False(Assert.Single((await RunAsync(Check with { Name = "\n" })).Rules()).TryGetProperty("name", out _));

    [Theory]
    [InlineData("Meta Description", "seopeek.meta-description")]
    [InlineData("og_title", "seopeek.og_title")]
    [InlineData("og-title", "seopeek.og-title")]
    [InlineData("meta description", "seopeek.meta-description")]
    public void An_id_is_the_service_and_the_check(string check, string id) => Assert.Equal(id, SarifRuleId.Of(new CheckId(AuditService.SeoPeek, check)));

    [Theory]
    [InlineData("H1", "H1!")]
    [InlineData("a b", "a  b")]
    [InlineData("og-title tag", "og title tag")]
    [InlineData("\u30bf\u30a4\u30c8\u30eb", "\u8aac\u660e")]
    [InlineData("", " ")]
    [InlineData("a/b", "a:b")]
    public void Checks_that_differ_have_ids_that_differ(string first, string second) =>
        Assert.NotEqual(
            SarifRuleId.Of(new CheckId(AuditService.SeoPeek, first)), SarifRuleId.Of(new CheckId(AuditService.SeoPeek, second)), StringComparer.Ordinal);

    [Fact]
    public void An_id_of_a_long_name_is_short_and_its_own()
    {
        string name = new('a', 5_000);
        string id = SarifRuleId.Of(new CheckId(AuditService.SeoPeek, name));

        Assert.InRange(id.Length, 1, 100);
        Assert.NotEqual(id, SarifRuleId.Of(new CheckId(AuditService.SeoPeek, name + "b")), StringComparer.Ordinal);
    }

    private static Task<JsonElement> RunAsync(params PageCheck[] checks) => SarifReport.RunAsync(
        [Outcomes.Of(new PageAudit { Url = new Uri("https://example.com/"), Service = AuditService.MetricSpot, Score = 1, Checks = checks })]);
}
