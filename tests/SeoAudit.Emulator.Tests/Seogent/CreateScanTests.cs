using System.Text.Json;
using SeoAudit.Emulator.Tests.Support;

namespace SeoAudit.Emulator.Tests.Seogent;

public sealed class CreateScanTests
{
    [Fact]
    public async Task The_documented_sample_comes_out()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();

        Answer created = await test.CreateAsync(
            """{"domain":"example.com","max_pages":100,"performance_scan":true,"link_check":true}""");

        Assert.Equal(201, created.Status);
        Assert.Equal(
            ["scan_id", "status", "domain", "crawl_mode", "total_urls", "estimated_credits", "webhook_url", "message"],
            Answer.Names(created.Json));
        Assert.True(Guid.TryParse(created.Text("scan_id"), out _));
        Assert.Equal("pending", created.Text("status"));
        Assert.Equal("example.com", created.Text("domain"));
        Assert.Equal("Discover", created.Text("crawl_mode"));
        Assert.Equal(0, created.Int("total_urls"));
        Assert.Equal(500, created.Int("estimated_credits"));
        Assert.Equal(JsonValueKind.Null, created["webhook_url"].ValueKind);
        Assert.Equal("Scan queued successfully", created.Text("message"));
        Assert.Equal(99_500, (await test.GetAsync("/seogent/api/credits", SeogentCalls.Token)).Int("balance"));
    }

    [Fact]
    public async Task A_list_is_scanned_in_manual_mode()
    {
        await using TestEmulator test = await TestEmulator.StartAsync(
            options => options.Seogent.CrawlModeCasing = CrawlModeCasing.LowerCase);

        Answer created = await test.CreateAsync(
            """{"urls":["https://example.com/a","https://example.com/b"],"crawl_mode":"manual","webhook_url":"http://localhost:1/hook"}""");

        Assert.Equal("manual", created.Text("crawl_mode"));
        Assert.Equal(2, created.Int("total_urls"));
        Assert.Equal(2, created.Int("estimated_credits"));
        Assert.Equal("http://localhost:1/hook", created.Text("webhook_url"));
    }

    [Theory]
    [InlineData("", "domain")]
    [InlineData("nonsense", "domain")]
    [InlineData("{}", "domain")]
    [InlineData("""{"domain":null}""", "domain")]
    [InlineData("""{"domain":"example.com","urls":["https://example.com/"],"max_pages":1}""", "domain")]
    [InlineData("""{"domain":"two words","max_pages":1}""", "domain")]
    [InlineData("""{"domain":7,"max_pages":1}""", "domain")]
    [InlineData("""{"domain":"example.com"}""", "max_pages")]
    [InlineData("""{"domain":"example.com","max_pages":0}""", "max_pages")]
    [InlineData("""{"domain":"example.com","max_pages":10001}""", "max_pages")]
    [InlineData("""{"domain":"example.com","max_pages":"ten"}""", "max_pages")]
    [InlineData("""{"urls":"https://example.com/"}""", "urls")]
    [InlineData("""{"urls":[]}""", "urls")]
    [InlineData("""{"urls":["https://example.com/","no url"]}""", "urls.1")]
    [InlineData("""{"urls":["https://example.com/"],"crawl_mode":"sideways"}""", "crawl_mode")]
    [InlineData("""{"urls":["https://example.com/"],"crawl_mode":"discover"}""", "crawl_mode")]
    [InlineData("""{"domain":"example.com","max_pages":1,"crawl_mode":"manual"}""", "crawl_mode")]
    [InlineData("""{"urls":["https://example.com/"],"link_check":"yes"}""", "link_check")]
    [InlineData("""{"urls":["https://example.com/"],"webhook_url":"hook"}""", "webhook_url")]
    public async Task A_bad_request_names_its_field(string body, string field)
    {
        await using TestEmulator test = await TestEmulator.StartAsync();

        Answer refused = await test.CreateAsync(body);

        Assert.Equal(422, refused.Status);
        Assert.Equal(["message", "errors"], Answer.Names(refused.Json));
        string first = refused.At("errors", field)[0].GetString()!;
        Assert.StartsWith(first, refused.Text("message"), StringComparison.Ordinal);
        Assert.Empty(test.Emulator.Ledger.Creations);
    }

    [Fact]
    public async Task The_documented_validation_sample_comes_out()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();

        Answer refused = await test.CreateAsync("{}");

        Assert.Equal(
            """{"message":"Either a domain or a list of URLs is required.","errors":{"domain":["Either a domain or a list of URLs is required."]}}""",
            System.Text.Encoding.UTF8.GetString(refused.Body));
    }

    [Fact]
    public async Task All_faults_are_listed_at_once()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();

        Answer refused = await test.CreateAsync("""{"domain":"example.com","link_check":1,"webhook_url":"x"}""");

        Assert.Equal(["max_pages", "link_check", "webhook_url"], Answer.Names(refused["errors"]));
        Assert.EndsWith("(and 2 more errors)", refused.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thousand_urls_are_the_most()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        string thousand = SeogentCalls.UrlsBody([.. Enumerable.Repeat(80, 1_000)]);
        string more = SeogentCalls.UrlsBody([.. Enumerable.Repeat(80, 1_001)]);

        Assert.Equal(201, (await test.CreateAsync(thousand)).Status);
        Assert.Equal(422, (await test.CreateAsync(more)).Status);
    }

    [Fact]
    public async Task Too_few_credits_are_told_and_nothing_is_taken()
    {
        await using TestEmulator test = await TestEmulator.StartAsync(options => options.Seogent.Tokens["sk_poor"] = 9);

        Answer refused = await test.CreateAsync("""{"domain":"example.com","max_pages":10}""", "sk_poor");

        Assert.Equal(402, refused.Status);
        Assert.Equal(["error", "error_code"], Answer.Names(refused.Json));
        Assert.Equal("insufficient_credits", refused.Text("error_code"));
        Assert.Equal(9, (await test.GetAsync("/seogent/api/credits", "sk_poor")).Int("balance"));
        Assert.Equal(201, (await test.CreateAsync("""{"domain":"example.com","max_pages":9}""", "sk_poor")).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ms_live_0123456789abcdef")]
    [InlineData("sk_")]
    public async Task Nothing_works_without_a_valid_token(string? token)
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        foreach (string path in new[] { "scans", "scans/x", "scans/x/results", "domains", "credits" })
        {
            Answer refused = await test.GetAsync("/seogent/api/" + path, token);
            Assert.Equal(401, refused.Status);
            Assert.Equal("Unauthenticated.", refused.Text("message"));
        }

        Assert.Equal(401, (await test.PostAsync(SeogentCalls.Scans, "{}", token)).Status);
        Assert.Equal(401, (await test.PostAsync(SeogentCalls.Scans + "/x/cancel", body: null, token)).Status);
    }

    [Fact]
    public async Task With_a_fixed_list_other_tokens_are_refused()
    {
        await using TestEmulator test = await TestEmulator.StartAsync(options =>
        {
            options.Seogent.AcceptAnyWellFormedToken = false;
            options.Seogent.Tokens["sk_known"] = 5;
        });

        Assert.Equal(5, (await test.GetAsync("/seogent/api/credits", "sk_known")).Int("balance"));
        Assert.Equal(401, (await test.GetAsync("/seogent/api/credits", "sk_other")).Status);
    }

    [Fact]
    public async Task Creations_and_reads_have_limits_of_their_own()
    {
        await using TestEmulator test = await TestEmulator.StartAsync(options =>
        {
            options.Seogent.CreatesPerMinute = 1;
            options.Seogent.ReadsPerMinute = 2;
        });
        string body = SeogentCalls.UrlsBody(80);

        Assert.Equal(201, (await test.CreateAsync(body)).Status);
        test.Clock.Advance(TimeSpan.FromSeconds(18));
        Answer refused = await test.CreateAsync(body);
        Assert.Equal(429, refused.Status);
        Assert.Equal(TimeSpan.FromSeconds(42), refused.Headers.RetryAfter!.Delta);
        Assert.Equal(201, (await test.CreateAsync(body, "sk_other")).Status);

        Assert.Equal(200, (await test.GetAsync(SeogentCalls.Scans, SeogentCalls.Token)).Status);
        Assert.Equal(200, (await test.GetAsync(SeogentCalls.Scans, SeogentCalls.Token)).Status);
        Assert.Equal(429, (await test.GetAsync(SeogentCalls.Scans, SeogentCalls.Token)).Status);
        test.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(201, (await test.CreateAsync(body)).Status);
        Assert.Equal(200, (await test.GetAsync(SeogentCalls.Scans, SeogentCalls.Token)).Status);
    }

    [Fact]
    public async Task Knows_its_addresses_and_methods()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();

        Assert.Equal(405, (await test.PostAsync("/seogent/api/credits", body: null, SeogentCalls.Token)).Status);
        Assert.Equal(405, (await test.GetAsync("/seogent/api/scans/x/cancel", SeogentCalls.Token)).Status);
        Assert.Equal(404, (await test.GetAsync("/seogent/api/elsewhere", SeogentCalls.Token)).Status);
        Assert.Equal(404, (await test.GetAsync("/seogent/scans", SeogentCalls.Token)).Status);
    }
}
