using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Seogent;

public sealed class SeogentNullTests
{
    private const string Page = """
        {"url":"https://example.com/","score":5,"grade":"F","failed_checks":[null,"a"],"warnings":["b",null],"all_checks":[null],
        "accessibility":{"violations":[null,{"id":"v","wcag_tags":[null],"nodes":[null,{"target":["t"]}]}]}}
        """;

    [Fact]
    public async Task A_null_in_a_list_is_left_out()
    {
        ScanResults results = await ReadAsync(
            $$"""
            {"scan_id":"s","status":"completed","results":{"data":[null,{{Page}}]},"top_issues":[null],
            "site_checks":{"checks":[null],"duplicate_titles":{"duplicates":[null,{"pages":[null,"p"]}]} } }
            """);

        ScannedPage page = Assert.Single(results.Results.Data);
        AccessibilityViolation violation = Assert.Single(page.Accessibility!.Violations);
        Assert.Equal(["a"], page.FailedChecks);
        Assert.Equal(["b"], page.Warnings);
        Assert.Empty(page.AllChecks);
        Assert.Empty(violation.WcagTags);
        Assert.Equal(["t"], Assert.Single(violation.Nodes).Target);
        Assert.Empty(results.TopIssues);
        Assert.Empty(results.SiteChecks!.Checks);
        Assert.Equal(["p"], Assert.Single(results.SiteChecks.DuplicateTitles!.Duplicates).Pages);
    }

    [Theory]
    [InlineData("""{"scan_id":null,"status":"completed"}""")]
    [InlineData("""{"scan_id":"s","status":"completed","results":{"data":[{"url":null,"score":5,"grade":"F"}]}}""")]
    public async Task What_is_never_null_makes_an_answer_unreadable_where_it_is(string json)
    {
        SeoAuditResponseException error = await Assert.ThrowsAsync<SeoAuditResponseException>(() => ReadAsync(json));

        Assert.Contains("JSON that cannot be read", error.Message, StringComparison.Ordinal);
    }

    private static async Task<ScanResults> ReadAsync(string json)
    {
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json(json));
        return await TestClient.Create(handler).Seogent.GetResultsAsync("s");
    }
}
