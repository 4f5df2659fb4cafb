using System.Text;
using System.Text.Json;
using SeoAudit.Emulator.Tests.Support;

namespace SeoAudit.Emulator.Tests.Seogent;

public sealed class ResultsTests
{
    // Ties on purpose: a cursor of scores alone would repeat or skip some of these.
    private static readonly int[] Scores = [95, 50, 50, 50, 50, 50, 82, 82, 82, 30, 49, 69, 70, 89, 90, 50, 82];

    [Fact]
    public async Task Answers_with_every_documented_field()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        string id = await test.FinishScanAsync(SeogentCalls.UrlsBody(95, 82, 60, 40));

        Answer results = await test.ResultsAsync(id);

        Assert.Equal(
            [
                "scan_id", "domain", "status", "average_score", "summary", "performance_summary", "accessibility_summary",
                "site_checks", "top_issues", "results",
            ],
            Answer.Names(results.Json));
        Assert.Equal(id, results.Text("scan_id"));
        Assert.Equal("completed", results.Text("status"));
        Assert.Equal(69, results.Int("average_score"));
        Assert.Equal("""{"excellent":1,"good":1,"needs_work":1,"poor":1}""", results["summary"].GetRawText());
        Assert.Equal(JsonValueKind.Null, results["performance_summary"].ValueKind);
        Assert.Equal(JsonValueKind.Null, results["accessibility_summary"].ValueKind);
        Assert.Equal(
            """{"name":"robots.txt","key":"robots_txt","status":"passed","message":"robots.txt is accessible and valid","category":"crawlability"}""",
            results.At("site_checks", "checks")[0].GetRawText());
        Assert.Equal(4, results.Int("site_checks", "duplicate_titles", "count"));
        Assert.True(results.At("site_checks", "duplicate_titles", "found").GetBoolean());
        JsonElement duplicate = results.At("site_checks", "duplicate_titles", "duplicates")[0];
        Assert.Equal(["title", "pages"], Answer.Names(duplicate));
        Assert.Equal(4, duplicate.GetProperty("pages").GetArrayLength());
        Assert.Equal(
            """{"count":0,"found":false,"duplicates":[]}""", results.At("site_checks", "duplicate_descriptions").GetRawText());
        Assert.Equal("""[{"issue":"No canonical tag found","count":3}]""", results["top_issues"].GetRawText());
        Assert.Equal(["data", "next_cursor", "prev_cursor", "per_page"], Answer.Names(results["results"]));
        Assert.Equal(100, results.Int("results", "per_page"));
    }

    [Fact]
    public async Task A_page_has_every_documented_field()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        string id = await test.FinishScanAsync(SeogentCalls.UrlsBody(82));

        JsonElement page = (await test.ResultsAsync(id)).At("results", "data")[0];

        Assert.Equal(
            [
                "url", "score", "grade", "checks", "failed_checks", "warnings", "all_checks", "metadata", "performance",
                "accessibility", "analyzed_at",
            ],
            Answer.Names(page));
        Assert.Equal("https://example.com/score/82/0", page.GetProperty("url").GetString());
        Assert.Equal(82, page.GetProperty("score").GetInt32());
        Assert.Equal("B", page.GetProperty("grade").GetString());
        Assert.Equal(3, page.GetProperty("checks").GetInt32());
        Assert.Equal("""["No canonical tag found"]""", page.GetProperty("failed_checks").GetRawText());
        Assert.Equal("""["Short"]""", page.GetProperty("warnings").GetRawText());
        JsonElement check = page.GetProperty("all_checks")[2];
        Assert.Equal(["name", "key", "status", "message", "category", "weight"], Answer.Names(check));
        Assert.Equal("failed", check.GetProperty("status").GetString());
        Assert.Equal(5, check.GetProperty("weight").GetInt32());
        Assert.Equal("warning", page.GetProperty("all_checks")[1].GetProperty("status").GetString());
        Assert.Equal(["title", "description", "canonical"], Answer.Names(page.GetProperty("metadata")));
        Assert.Equal(JsonValueKind.Null, page.GetProperty("performance").ValueKind);
        Assert.Equal(JsonValueKind.Null, page.GetProperty("accessibility").ValueKind);
        Assert.EndsWith("+00:00", page.GetProperty("analyzed_at").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_add_what_was_measured()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        string id = await test.FinishScanAsync(
            """{"urls":["http://localhost/score/80/x"],"performance_scan":true,"accessibility_scan":true,"link_check":true}""");

        Answer results = await test.ResultsAsync(id);
        JsonElement page = results.At("results", "data")[0];

        Assert.Equal(
            """{"score":null,"lcp":null,"fcp":null,"cls":null,"fid":null,"inp":null,"ttfb":0.12,"tbt":null}""",
            page.GetProperty("performance").GetRawText());
        Assert.Equal(75, page.GetProperty("accessibility").GetProperty("score").GetInt32());
        JsonElement violation = page.GetProperty("accessibility").GetProperty("violations")[0];
        Assert.Equal(["id", "impact", "help", "help_url", "wcag_tags", "nodes"], Answer.Names(violation));
        Assert.Equal(["target", "html", "failure_summary"], Answer.Names(violation.GetProperty("nodes")[0]));
        Assert.Equal(1, results.Int("performance_summary", "pages_measured"));
        Assert.Equal(1, results.Int("accessibility_summary", "violations_by_impact", "critical"));
        JsonElement links = page.GetProperty("all_checks")[3];
        Assert.Equal("broken_links", links.GetProperty("key").GetString());
        Assert.Equal("failed", links.GetProperty("status").GetString());
        Assert.DoesNotContain(test.Analyzer.Probed, url => url.Host is "elsewhere.example");
        Assert.Contains(test.Analyzer.Probed, url => url.AbsolutePath is "/logo.png");
    }

    [Theory]
    [InlineData("", 17)]
    [InlineData("&issues_only=true", 15)]
    [InlineData("&issues_only=false", 17)]
    [InlineData("&min_severity=critical", 2)]
    [InlineData("&min_severity=high", 9)]
    [InlineData("&min_severity=medium", 15)]
    [InlineData("&min_severity=medium&issues_only=true", 15)]
    public async Task Cursors_bring_every_page_once_forth_and_back(string filter, int expected)
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        string id = await test.FinishScanAsync(SeogentCalls.UrlsBody(Scores));
        foreach (int perPage in new[] { 1, 2, 3, 5, 200 })
        {
            var forth = new List<JsonElement>();
            Answer page = await test.ResultsAsync(id, $"?per_page={perPage}{filter}");
            Assert.Equal(JsonValueKind.Null, page.At("results", "prev_cursor").ValueKind);
            forth.AddRange(page.At("results", "data").EnumerateArray());
            while (page.At("results", "next_cursor").GetString() is { } next)
            {
                Assert.Matches("^[A-Za-z0-9_-]+$", next);
                page = await test.ResultsAsync(id, $"?per_page={perPage}{filter}&cursor={next}");
                forth.AddRange(page.At("results", "data").EnumerateArray());
            }

            string[] urls = [.. forth.Select(Url)];
            Assert.Equal(expected, urls.Length);
            Assert.Equal(expected, urls.Distinct(StringComparer.Ordinal).Count());
            int[] scores = [.. forth.Select(item => item.GetProperty("score").GetInt32())];
            Assert.Equal(scores.Order(), scores);

            var back = page.At("results", "data").EnumerateArray().Select(Url).ToList();
            while (page.At("results", "prev_cursor").GetString() is { } previous)
            {
                page = await test.ResultsAsync(id, $"?per_page={perPage}{filter}&cursor={previous}");
                back.InsertRange(0, page.At("results", "data").EnumerateArray().Select(Url));
            }

            Assert.Equal(urls, back.ToArray());
        }

        static string Url(JsonElement page) => page.GetProperty("url").GetString()!;
    }

    [Theory]
    [InlineData("?per_page=0", "per_page")]
    [InlineData("?per_page=201", "per_page")]
    [InlineData("?per_page=ten", "per_page")]
    [InlineData("?per_page=", "per_page")]
    [InlineData("?min_severity=extreme", "min_severity")]
    [InlineData("?issues_only=perhaps", "issues_only")]
    [InlineData("?cursor=%21%21%21", "cursor")]
    [InlineData("?cursor=bm90IGpzb24", "cursor")]
    [InlineData("?cursor=e30", "cursor")]
    [InlineData("?cursor=W10", "cursor")]
    public async Task A_bad_query_names_its_parameter(string query, string parameter)
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        string id = await test.StartScanAsync(SeogentCalls.UrlsBody(80));

        Answer refused = await test.ResultsAsync(id, query);

        Assert.Equal(422, refused.Status);
        Assert.NotEmpty(refused.At("errors", parameter)[0].GetString()!);
    }

    [Fact]
    public async Task The_cursor_of_the_documented_sample_is_no_cursor_of_this_scan()
    {
        string sample = Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"score":"x","ordinal":1,"_pointsToNextItems":true}"""));
        await using TestEmulator test = await TestEmulator.StartAsync();
        string id = await test.StartScanAsync(SeogentCalls.UrlsBody(80));

        Assert.Equal(422, (await test.ResultsAsync(id, "?cursor=" + Uri.EscapeDataString(sample))).Status);
    }

    [Fact]
    public async Task Results_can_be_asked_for_before_the_end()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        string id = await test.StartScanAsync(SeogentCalls.UrlsBody(80));

        Answer early = await test.ResultsAsync(id);

        Assert.Equal(200, early.Status);
        Assert.Equal("pending", early.Text("status"));
        Assert.Equal(JsonValueKind.Null, early["average_score"].ValueKind);
        Assert.Equal(0, early.At("results", "data").GetArrayLength());
    }
}
