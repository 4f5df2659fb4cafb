using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Seogent;

public sealed class SeogentToleranceTests
{
    [Fact]
    public async Task Decimals_and_text_serve_as_whole_numbers()
    {
        ScanResults results = await Results("""
            {"scan_id":"s","average_score":74.5,"summary":{"excellent":2.0,"good":"12","needs_work":14.5,"poor":3e0},
            "top_issues":[{"issue":"x","count":28.0}],
            "results":{"data":[{"url":"u","score":"82.25","checks":23.0,"all_checks":[{"weight":7.5}]}],"per_page":100.0}}
            """);

        Assert.Equal(74.5, results.AverageScore);
        Assert.Equal(new ScanSummary { Excellent = 2, Good = 12, NeedsWork = 15, Poor = 3 }, results.Summary);
        Assert.Equal(28, results.TopIssues[0].Count);
        Assert.Equal(82.25, results.Results.Data[0].Score);
        Assert.Equal(23, results.Results.Data[0].CheckCount);
        Assert.Equal(7.5, results.Results.Data[0].AllChecks[0].Weight);
        Assert.Equal(100, results.Results.PerPage);
    }

    [Theory]
    [InlineData("""{"scan_id":"s"}""")]
    [InlineData("""
        {"scan_id":"s","domain":null,"status":null,"average_score":null,"summary":null,"performance_summary":null,
        "accessibility_summary":null,"site_checks":null,"top_issues":null,"results":null}
        """)]
    [InlineData("""{"scan_id":"s","results":{"data":null,"next_cursor":null,"prev_cursor":null,"per_page":null}}""")]
    public async Task What_is_missing_is_null_or_an_empty_list(string json)
    {
        ScanResults results = await Results(json);

        Assert.Null(results.Domain);
        Assert.Equal(string.Empty, results.Status.Value);
        Assert.Null(results.AverageScore);
        Assert.Null(results.Summary);
        Assert.Null(results.PerformanceSummary);
        Assert.Null(results.AccessibilitySummary);
        Assert.Null(results.SiteChecks);
        Assert.Empty(results.TopIssues);
        Assert.Empty(results.Results.Data);
        Assert.Null(results.Results.NextCursor);
        Assert.Null(results.Results.PerPage);
    }

    [Fact]
    public async Task Null_missing_and_empty_are_told_apart_where_it_matters()
    {
        ScanResults results = await Results("""
            {"scan_id":"s","performance_summary":{},"results":{"data":[
            {"url":"a","score":0,"metadata":{"title":"","canonical":null},"performance":{},"accessibility":{"violations":[]}},
            {"url":"b","score":1,"metadata":null,"performance":null,"accessibility":null,"failed_checks":null,"checks":null}]}}
            """);

        Assert.Equal(System.Text.Json.JsonValueKind.Object, results.PerformanceSummary!.Value.ValueKind);
        ScannedPage empty = results.Results.Data[0];
        Assert.Equal(string.Empty, empty.Metadata.Title);
        Assert.Null(empty.Metadata.Description);
        Assert.Null(empty.Metadata.Canonical);
        Assert.NotNull(empty.Performance);
        Assert.Null(empty.Performance.Lcp);
        Assert.NotNull(empty.Accessibility);
        Assert.Null(empty.Accessibility.Score);
        ScannedPage none = results.Results.Data[1];
        Assert.Null(none.Metadata.Title);
        Assert.Null(none.Performance);
        Assert.Null(none.Accessibility);
        Assert.Empty(none.FailedChecks);
        Assert.Equal(0, none.CheckCount);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("0")]
    [InlineData("0.0")]
    public async Task A_null_count_does_not_lose_a_scan_that_was_paid_for(string totalUrls)
    {
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json(
            $$"""{"scan_id":"s","status":"pending","total_urls":{{totalUrls}},"estimated_credits":null,"crawl_mode":null}"""));

        ScanOperation scan = await TestClient.Create(handler).Seogent.StartScanAsync(ScanRequest.ForDomain("example.com", 1));

        Assert.Equal("s", scan.Id);
        Assert.Equal(0, scan.Created!.TotalUrls);
        Assert.Null(scan.Created.EstimatedCredits);
    }

    [Theory]
    [InlineData("23", 23)]
    [InlineData("[]", 0)]
    [InlineData("""[{"key":"a","more":[1,{"b":[]}]},"x",[1,2]]""", 3)]
    public async Task A_pages_checks_are_a_number_or_the_list_that_it_counts(string checks, int expected)
    {
        ScanResults results = await Results(
            $$"""{"scan_id":"s","results":{"data":[{"url":"u","checks":{{checks}},"score":5,"grade":"F"}]} }""");

        Assert.Equal(expected, results.Results.Data[0].CheckCount);
        Assert.Equal(Grade.F, results.Results.Data[0].Grade);
    }

    [Fact]
    public async Task Odd_case_and_unknown_values_and_members_are_carried()
    {
        ScanResults results = await Results("""
            {"scan_id":"s","status":"COMPLETED","brand_new":{"deep":[1]},"results":{"data":[{"url":"u","score":1,"grade":"E","novel":true,
            "all_checks":[{"status":"Skipped","category":"ai_readiness","key":null}],
            "accessibility":{"violations":[{"id":"x","impact":null,"nodes":[
            {"target":["#a",["iframe","#b",["x-root",".c"]]]},{"target":"body"}]},{"impact":"Blocker"}]}}]}}
            """);

        Assert.Equal(ScanStatus.Completed, results.Status);
        Assert.True(results.Status.IsFinal);
        ScannedPage page = results.Results.Data[0];
        Assert.Equal("E", page.Grade.Value);
        Assert.Equal("Skipped", page.AllChecks[0].Status.Value);
        Assert.Equal("ai_readiness", page.AllChecks[0].Category.Value);
        Assert.Equal(string.Empty, page.AllChecks[0].Key);
        AccessibilityViolation violation = page.Accessibility!.Violations[0];
        Assert.True(violation.Impact is null or { Value.Length: 0 });
        Assert.Equal(["#a", "iframe >>> #b >>> x-root >>> .c"], violation.Nodes[0].Target);
        Assert.Equal(["body"], violation.Nodes[1].Target);
        Assert.Equal("Blocker", page.Accessibility.Violations[1].Impact!.Value.Value);
    }

    [Theory]
    [InlineData("\"2026-03-12T12:00:00Z\"", "2026-03-12T12:00:00Z")]
    [InlineData("\"2026-03-12T14:00:00.1234567+02:00\"", "2026-03-12T12:00:00.1234567Z")]
    [InlineData("\"2026-03-12T12:00:00\"", "2026-03-12T12:00:00Z")]
    [InlineData("\"2026-03-12 12:00:00\"", "2026-03-12T12:00:00Z")]
    [InlineData("\"yesterday\"", null)]
    [InlineData("\"2026-13-45T99:00:00Z\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    [InlineData("1773316800", null)]
    [InlineData("{\"date\":[1]}", null)]
    public async Task Timestamps_are_read_in_any_form_and_never_fatal(string json, string? expected)
    {
        DateTimeOffset? moment = expected is null ? null : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture);
        string nested = $$"""{"scan_id":"s","status":"failed","timestamps":{"created_at":{{json}},"completed_at":null} }""";
        string flat = $$"""{"data":[{"scan_id":"s","created_at":{{json}},"status":"failed"}]}""";
        using var handler = new ScriptedHandler(request =>
            ScriptedHandler.Json(request.RequestUri!.AbsolutePath.EndsWith("/scans", StringComparison.Ordinal) ? flat : nested));
        ISeogentClient client = TestClient.Create(handler).Seogent;

        Assert.Equal(moment, (await client.GetScanStateAsync("s")).Timestamps.CreatedAt);
        await foreach (ScanListItem item in client.ListScansAsync())
        {
            Assert.Equal(moment, item.CreatedAt);
            Assert.Equal(ScanStatus.Failed, item.Status);
        }
    }

    [Fact]
    public async Task Duplicate_descriptions_are_read_under_either_name()
    {
        ScanResults results = await Results("""
            {"scan_id":"s","site_checks":{"duplicate_descriptions":{"count":2,"found":true,"duplicates":[
            {"description":"d","pages":["a"]},{"title":"t","pages":null}]}}}
            """);

        IReadOnlyList<DuplicateGroup> groups = results.SiteChecks!.DuplicateDescriptions!.Duplicates;
        Assert.Equal(("d", "t"), (groups[0].Text, groups[1].Text));
        Assert.Empty(groups[1].Pages);
    }

    private static async Task<ScanResults> Results(string json)
    {
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json(json));
        return await TestClient.Create(handler).Seogent.GetResultsAsync("s");
    }
}
