using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Paging;

public sealed class SeogentPagingTests
{
    [Fact]
    public async Task Results_follow_the_cursor_and_keep_the_query()
    {
        using var handler = new ScriptedHandler(request => ScriptedHandler.Json(Results(request.RequestUri!)));
        var query = new ScanQuery { IssuesOnly = true, MinSeverity = MinSeverity.Medium, PerPage = 2 };
        var urls = new List<string>();

        await foreach (ScannedPage page in TestClient.Create(handler).Seogent.GetPagesAsync("s", query))
        {
            urls.Add(page.Url);
        }

        Assert.Equal(["1", "a+/=&2", "end"], urls);
        const string Query = "?issues_only=true&min_severity=medium&per_page=2";
        Assert.Equal(
            $"{Query} {Query}&cursor=a%2B%2F%3D%262 {Query}&cursor=end",
            string.Join(' ', handler.Requests.Select(sent => sent.Url.Query)));
    }

    [Fact]
    public async Task Scans_are_listed_page_by_page_to_the_last()
    {
        using var handler = new ScriptedHandler(request =>
        {
            string page = request.RequestUri!.Query["?page=".Length..];
            return ScriptedHandler.Json($$"""{"data":[{"scan_id":"{{page}}"}],"meta":{"current_page":{{page}},"last_page":3} }""");
        });
        ISeogentClient client = TestClient.Create(handler).Seogent;
        var cursors = new List<string?>();

        await foreach (Page<ScanListItem> page in client.ListScansAsync().AsPages())
        {
            cursors.Add(page.NextCursor);
        }

        Assert.Equal(["2", "3", null], cursors);
        Assert.Equal(3, handler.Requests.Count);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("1.5")]
    public async Task A_list_resumes_only_from_a_page_number(string cursor)
    {
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json("{}"));
        await using IAsyncEnumerator<Page<ScanListItem>> pages =
            TestClient.Create(handler).Seogent.ListScansAsync().AsPages(cursor).GetAsyncEnumerator();

        await Assert.ThrowsAsync<ArgumentException>(() => pages.MoveNextAsync().AsTask());

        Assert.Empty(handler.Requests);
    }

    private static string Results(Uri url)
    {
        (string name, string next) = url.Query switch
        {
            var query when query.EndsWith("cursor=end", StringComparison.Ordinal) => ("end", "null"),
            var query when query.Contains("cursor=", StringComparison.Ordinal) => ("a+/=&2", "\"end\""),
            _ => ("1", "\"a+/=&2\""),
        };
        return $$"""{"scan_id":"s","results":{"data":[{"url":"{{name}}","score":1}],"next_cursor":{{next}} } }""";
    }
}
