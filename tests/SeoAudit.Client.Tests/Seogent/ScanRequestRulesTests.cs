using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Seogent;

public sealed class ScanRequestRulesTests : IDisposable
{
    private static readonly Uri Page = new("https://example.com/");

    private static readonly Dictionary<string, (ScanRequest Request, string[] Words)> Broken = new(StringComparer.Ordinal)
    {
        ["nothing"] = (new ScanRequest(), ["Domain", "Urls", "either"]),
        ["both"] = (ScanRequest.ForDomain("example.com", 1) with { Urls = [Page] }, ["Domain", "Urls", "not both"]),
        ["no limit"] = (new ScanRequest { Domain = "example.com" }, ["MaxPages", "10000", "required", "Domain"]),
        ["limit 0"] = (ScanRequest.ForDomain("example.com", 0), ["MaxPages", "1", "10000"]),
        ["limit -1"] = (ScanRequest.ForDomain("example.com", -1), ["MaxPages", "1", "10000"]),
        ["limit 10001"] = (ScanRequest.ForDomain("example.com", 10_001), ["MaxPages", "1", "10000"]),
        ["limit with urls"] = (ScanRequest.ForUrls(Page) with { MaxPages = 0 }, ["MaxPages", "1", "10000"]),
        ["no urls"] = (ScanRequest.ForUrls(), ["Urls", "1", "1000"]),
        ["1001 urls"] = (ScanRequest.ForUrls(Enumerable.Repeat(Page, 1001)), ["Urls", "1", "1000"]),
        ["null url"] = (new ScanRequest { Urls = [Page, null!] }, ["Urls[1]"]),
        ["relative url"] = (ScanRequest.ForUrls(new Uri("/a", UriKind.Relative)), ["Urls[0]", "absolute", "http"]),
        ["ftp url"] = (ScanRequest.ForUrls(Page, new Uri("ftp://example.com/")), ["Urls[1]", "http"]),
        ["url with a password"] = (ScanRequest.ForUrls(new Uri("https://u:p@example.com/")), ["Urls[0]", "password"]),
        ["file webhook"] = (ScanRequest.ForUrls(Page) with { WebhookUrl = new Uri("file:///etc/passwd") }, ["WebhookUrl", "https"]),
        ["http webhook"] = (ScanRequest.ForUrls(Page) with { WebhookUrl = new Uri("http://example.com/") }, ["WebhookUrl", "https"]),
        ["relative webhook"] = (
            ScanRequest.ForUrls(Page) with { WebhookUrl = new Uri("hook", UriKind.Relative) }, ["WebhookUrl", "absolute"]),
        ["webhook with a user"] = (
            ScanRequest.ForUrls(Page) with { WebhookUrl = new Uri("https://u@example.com/") }, ["WebhookUrl", "user name"]),
        ["empty mode"] = (ScanRequest.ForUrls(Page) with { CrawlMode = default(CrawlMode) }, ["CrawlMode", "discover", "manual"]),
    };

    private readonly ScriptedHandler _handler = new(_ => ScriptedHandler.Json(SeogentSamples.Created));

    public static TheoryData<string> BrokenRequests => [.. Broken.Keys];

    public static TheoryData<string> BadDomains =>
    [
        "", " ", "example.com/path", "https://example.com/path", "example.com?q=1", "example.com#f", "exa mple.com", " example.com",
        "example.com\n", "exam\tple.com", "exam\u0000ple.com", "user@example.com", "user:pass@example.com", "https://u@example.com",
        "@example.com", "ftp://example.com", "javascript:alert(1)", "https://", "example.com\\path", "example.com:notaport", "https:/example.com",
        "file://\u202E/x",
    ];

    public static TheoryData<string> BadIds =>
        ["a/b", "..", ".", "a b", "a?b", "a#b", "a%2Fb", "é", "a\\b", "a\nb", new string('a', 201), "", " "];

    [Theory]
    [MemberData(nameof(BrokenRequests))]
    public async Task A_broken_rule_names_field_and_rule_and_nothing_is_sent(string name)
    {
        (ScanRequest request, string[] words) = Broken[name];

        var exception = await Assert.ThrowsAnyAsync<ArgumentException>(() => Client().StartScanAsync(request));

        Assert.All(words, word => Assert.Contains(word, exception.Message, StringComparison.Ordinal));
        Assert.Empty(_handler.Requests);
    }

    [Theory]
    [MemberData(nameof(BadDomains))]
    public async Task A_bad_domain_is_refused(string domain)
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => Client().StartScanAsync(ScanRequest.ForDomain(domain, 1)));

        Assert.Equal("Domain", exception.ParamName);
        Assert.Contains("must be a host", exception.Message, StringComparison.Ordinal);
        Assert.Empty(_handler.Requests);
    }

    [Theory]
    [InlineData("example.com")]
    [InlineData("https://example.com")]
    [InlineData("http://example.com/")]
    [InlineData("münchen.example:8443")]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task A_host_with_or_without_scheme_is_sent_as_given(string domain)
    {
        await Client().StartScanAsync(ScanRequest.ForDomain(domain, 1));
        await Client().StartScanAsync(ScanRequest.ForUrls(Enumerable.Repeat(Page, 1000)));

        Assert.Equal(2, _handler.Requests.Count);
        Assert.Equal(domain, System.Text.Json.Nodes.JsonNode.Parse(_handler.Requests[0].Body!)!["domain"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("https://hooks.example.com/x")]
    [InlineData("http://127.0.0.1:5000/x")]
    [InlineData("http://localhost/x")]
    public async Task A_webhook_is_sent_over_https_or_within_this_machine(string address)
    {
        using var handler = new ScriptedHandler(static _ => ScriptedHandler.Json(SeogentSamples.Created, System.Net.HttpStatusCode.Created));

        await TestClient.Create(handler).Seogent.StartScanAsync(ScanRequest.ForUrls(Page) with { WebhookUrl = new Uri(address) });

        Assert.Contains($"\"webhook_url\":\"{address}\"", Assert.Single(handler.Requests).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_request_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => Client().StartScanAsync(null!));
        Assert.Empty(_handler.Requests);
    }

    [Theory]
    [MemberData(nameof(BadIds))]
    public async Task An_id_that_is_none_is_refused(string id)
    {
        ISeogentClient client = Client();
        List<ArgumentException> refusals =
        [
            Assert.ThrowsAny<ArgumentException>(() => client.GetScan(id)),
            Assert.ThrowsAny<ArgumentException>(() => client.GetPagesAsync(id)),
            await Assert.ThrowsAnyAsync<ArgumentException>(() => client.GetScanStateAsync(id)),
            await Assert.ThrowsAnyAsync<ArgumentException>(() => client.GetResultsAsync(id)),
            await Assert.ThrowsAnyAsync<ArgumentException>(() => client.GetReportAsync(id)),
            await Assert.ThrowsAnyAsync<ArgumentException>(() => client.CancelScanAsync(id)),
        ];

        Assert.All(refusals, refusal => Assert.Contains("id", refusal.ParamName, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(_handler.Requests);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(201)]
    public async Task A_page_size_out_of_range_is_refused(int perPage)
    {
        ISeogentClient client = Client();
        var query = new ScanQuery { PerPage = perPage };
        List<ArgumentOutOfRangeException> refusals =
        [
            Assert.Throws<ArgumentOutOfRangeException>(() => client.GetPagesAsync("x", query)),
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.GetResultsAsync("x", query)),
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.GetReportAsync("x", query)),
        ];

        Assert.All(refusals, refusal => Assert.Contains("'query.PerPage' must be between 1 and 200", refusal.Message, StringComparison.Ordinal));
        Assert.Empty(_handler.Requests);
    }

    public void Dispose() => _handler.Dispose();

    private ISeogentClient Client() => TestClient.Create(_handler).Seogent;
}
