using System.Text.Json;
using SeoAudit.Emulator.Tests.Support;

namespace SeoAudit.Emulator.Tests.Seogent;

public sealed class ScanLifecycleTests
{
    private const string Site = """{"domain":"https://example.com/some/page","max_pages":10}""";

    [Fact]
    public async Task A_scan_advances_with_the_clock_and_tells_real_progress()
    {
        await using TestEmulator test = await TestEmulator.StartAsync(options =>
        {
            options.Seogent.PendingDuration = TimeSpan.FromSeconds(2);
            options.Seogent.CrawlPerPage = TimeSpan.FromSeconds(10);
            options.Seogent.AnalyzePerPage = TimeSpan.FromSeconds(10);
        });
        string id = await test.StartScanAsync(Site);

        Answer pending = await test.StatusAsync(id);
        Assert.Equal("pending", pending.Text("status"));
        Assert.Equal(
            ["scan_id", "domain", "url", "source", "status", "crawl_mode", "progress", "timestamps"], Answer.Names(pending.Json));
        Assert.Equal("example.com", pending.Text("domain"));
        Assert.Equal("https://example.com", pending.Text("url"));
        Assert.Equal("api", pending.Text("source"));
        Assert.Equal("2026-03-12T12:00:00+00:00", pending.Text("timestamps", "created_at"));
        Assert.Equal(JsonValueKind.Null, pending.At("timestamps", "started_at").ValueKind);

        await ReachAsync("crawling", TimeSpan.FromSeconds(1), crawled: 0, analyzed: 0, percentage: 0);
        await ReachAsync("crawling", TimeSpan.FromSeconds(5), crawled: 1, analyzed: 0, percentage: 33);
        await ReachAsync("crawling", TimeSpan.FromSeconds(5), crawled: 2, analyzed: 0, percentage: 66);
        await ReachAsync("analyzing", TimeSpan.FromSeconds(5), crawled: 3, analyzed: 0, percentage: 99);
        await ReachAsync("analyzing", TimeSpan.FromSeconds(5), crawled: 3, analyzed: 1, percentage: 99);
        await ReachAsync("completed", TimeSpan.FromSeconds(5), crawled: 3, analyzed: 3, percentage: 100);

        Answer done = await test.StatusAsync(id);
        Assert.Matches(@"^2026-03-12T12:01:\d\d\+00:00$", done.Text("timestamps", "completed_at"));
        Assert.EndsWith("+00:00", done.Text("timestamps", "crawling_completed_at"), StringComparison.Ordinal);

        async Task ReachAsync(string status, TimeSpan step, int crawled, int analyzed, int percentage)
        {
            Answer? seen = null;
            await test.AdvanceUntilAsync(
                async () =>
                {
                    seen = await test.StatusAsync(id);
                    return string.Equals(seen.Text("status"), status, StringComparison.Ordinal)
                        && seen.Int("progress", "urls_crawled") == crawled
                        && seen.Int("progress", "urls_analyzed") == analyzed;
                },
                step);
            Assert.Equal(3, seen!.Int("progress", "total_urls"));
            Assert.Equal(percentage, seen.Int("progress", "percentage"));
        }
    }

    [Fact]
    public async Task One_large_step_of_the_clock_is_enough()
    {
        await using TestEmulator test = await TestEmulator.StartAsync(
            options => options.Seogent.CrawlPerPage = TimeSpan.FromMinutes(1));
        string id = await test.StartScanAsync(SeogentCalls.UrlsBody([.. Enumerable.Repeat(80, 50)]));

        test.Clock.Advance(TimeSpan.FromHours(2));

        await TestEmulator.UntilAsync(async () => (await test.StatusAsync(id)).Text("status") is "completed");
    }

    [Fact]
    public async Task No_more_pages_than_asked_for()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        test.Crawler.Paths = [.. Enumerable.Range(0, 30).Select(page => $"/{page}")];

        string id = await test.FinishScanAsync("""{"domain":"example.com","max_pages":7}""");

        Assert.Equal(7, (await test.StatusAsync(id)).Int("progress", "urls_analyzed"));
        Assert.Equal(7, test.Analyzer.Analyzed.Count);
    }

    [Fact]
    public async Task Credits_are_settled_by_the_pages_that_were_analyzed()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();

        string id = await test.FinishScanAsync("""{"domain":"example.com","max_pages":100,"accessibility_scan":true}""");

        Answer credits = await test.GetAsync("/seogent/api/credits", SeogentCalls.Token);
        Assert.Equal(100_000 - 6, credits.Int("balance"));
        Assert.True(credits["auto_renew"].GetBoolean());
        LedgerCreation entry = Assert.Single(test.Emulator.Ledger.Creations);
        Assert.Equal(id, entry.Id);
        Assert.Equal(6, entry.Spent);
    }

    [Fact]
    public async Task A_page_that_cannot_be_fetched_is_left_out_and_free()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();

        string id = await test.FinishScanAsync("""{"urls":["https://example.com/","https://unreachable.example/"]}""");

        Answer status = await test.StatusAsync(id);
        Assert.Equal(2, status.Int("progress", "urls_crawled"));
        Assert.Equal(1, status.Int("progress", "urls_analyzed"));
        Assert.Equal(99_999, (await test.GetAsync("/seogent/api/credits", SeogentCalls.Token)).Int("balance"));
    }

    [Fact]
    public async Task A_scan_without_any_page_fails_and_is_free()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();

        string id = await test.FinishScanAsync("""{"urls":["https://unreachable.example/"]}""", "failed");

        Assert.Equal(422, (await test.PostAsync($"{SeogentCalls.Scans}/{id}/cancel", body: null, SeogentCalls.Token)).Status);
        Assert.Equal(100_000, (await test.GetAsync("/seogent/api/credits", SeogentCalls.Token)).Int("balance"));
        Assert.Equal(JsonValueKind.Null, (await test.ResultsAsync(id))["average_score"].ValueKind);
    }

    [Theory]
    [InlineData(null, "cancelled")]
    [InlineData("failed", "failed")]
    public async Task A_cancelled_scan_stops_and_gives_back_what_it_did_not_use(string? configured, string expected)
    {
        await using TestEmulator test = await TestEmulator.StartAsync(options =>
        {
            options.Seogent.CancelledStatus = configured ?? options.Seogent.CancelledStatus;
            options.Seogent.AnalyzePerPage = TimeSpan.FromMinutes(1);
        });
        string id = await test.StartScanAsync(SeogentCalls.UrlsBody(80, 60, 40));
        await test.AdvanceUntilAsync(
            async () => (await test.StatusAsync(id)).Int("progress", "urls_analyzed") == 1, TimeSpan.FromSeconds(20));

        Answer cancelled = await test.PostAsync($"{SeogentCalls.Scans}/{id}/cancel", body: null, SeogentCalls.Token);
        Answer again = await test.PostAsync($"{SeogentCalls.Scans}/{id}/cancel", body: null, SeogentCalls.Token);

        Assert.Equal(200, cancelled.Status);
        Assert.Equal("Scan cancelled successfully.", cancelled.Text("message"));
        Assert.Equal(422, again.Status);
        Assert.Equal("scan_already_terminal", again.Text("error_code"));
        Assert.Equal("This scan has already completed or failed.", again.Text("error"));
        Assert.Equal(expected, (await test.StatusAsync(id)).Text("status"));
        Assert.Equal(99_999, (await test.GetAsync("/seogent/api/credits", SeogentCalls.Token)).Int("balance"));
        Assert.Equal(1, Assert.Single(test.Emulator.Ledger.Creations).Spent);
        Assert.Equal(1, (await test.ResultsAsync(id)).At("results", "data").GetArrayLength());
        test.Clock.Advance(TimeSpan.FromHours(1));
        await Task.Delay(40);
        Assert.Equal(1, (await test.StatusAsync(id)).Int("progress", "urls_analyzed"));
    }

    [Fact]
    public async Task Another_account_sees_nothing_of_a_scan()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        string id = await test.StartScanAsync(SeogentCalls.UrlsBody(80));

        foreach (string unknown in new[] { id, Guid.NewGuid().ToString(), "x" })
        {
            Answer[] answers =
            [
                await test.StatusAsync(unknown, "sk_other"),
                await test.ResultsAsync(unknown, token: "sk_other"),
                await test.PostAsync($"{SeogentCalls.Scans}/{unknown}/cancel", body: null, "sk_other"),
            ];
            Assert.All(answers, answer => Assert.Equal(404, answer.Status));
            Assert.All(answers, answer => Assert.Equal("scan_not_found", answer.Text("error_code")));
        }

        Assert.Equal(0, (await test.GetAsync(SeogentCalls.Scans, "sk_other")).Int("meta", "total"));
        Assert.Equal("pending", (await test.StatusAsync(id)).Text("status"));
    }

    [Fact]
    public async Task Lists_scans_newest_first_page_by_page()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        string done = await test.FinishScanAsync(SeogentCalls.UrlsBody(80, 71));
        for (int i = 0; i < 46; i++)
            await test.StartScanAsync($$"""{"domain":"site{{i}}.example","max_pages":1}""");

        Answer first = await test.GetAsync(SeogentCalls.Scans, SeogentCalls.Token);
        Answer last = await test.GetAsync(SeogentCalls.Scans + "?page=3", SeogentCalls.Token);
        Answer beyond = await test.GetAsync(SeogentCalls.Scans + "?page=4", SeogentCalls.Token);

        Assert.Equal("""{"current_page":1,"last_page":3,"per_page":20,"total":47}""", first["meta"].GetRawText());
        Assert.Equal(20, first["data"].GetArrayLength());
        Assert.Equal("site45.example", first["data"][0].GetProperty("domain").GetString());
        Assert.Equal(JsonValueKind.Null, first["data"][0].GetProperty("average_score").ValueKind);
        Assert.Equal(7, last["data"].GetArrayLength());
        JsonElement oldest = last["data"][6];
        Assert.Equal(
            ["scan_id", "domain", "source", "status", "crawl_mode", "progress", "average_score", "created_at", "completed_at"],
            Answer.Names(oldest));
        Assert.Equal(done, oldest.GetProperty("scan_id").GetString());
        Assert.Equal("""{"total_urls":2,"urls_analyzed":2,"percentage":100}""", oldest.GetProperty("progress").GetRawText());
        Assert.Equal(76, oldest.GetProperty("average_score").GetInt32());
        Assert.Equal(0, beyond["data"].GetArrayLength());
        Assert.Equal(422, (await test.GetAsync(SeogentCalls.Scans + "?page=0", SeogentCalls.Token)).Status);
    }

    [Fact]
    public async Task Lists_domains()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        await test.FinishScanAsync(SeogentCalls.UrlsBody(80));
        await test.StartScanAsync("""{"domain":"example.com","max_pages":1}""");
        await test.StartScanAsync("""{"domain":"localhost:5000","max_pages":1}""");

        Answer domains = await test.GetAsync("/seogent/api/domains", SeogentCalls.Token);

        JsonElement[] rows = [.. domains["data"].EnumerateArray()];
        Assert.Equal(2, rows.Length);
        Assert.Equal(["id", "domain", "total_scans", "last_scanned_at"], Answer.Names(rows[0]));
        Assert.Equal("example.com", rows[0].GetProperty("domain").GetString());
        Assert.Equal(2, rows[0].GetProperty("total_scans").GetInt32());
        Assert.EndsWith("+00:00", rows[0].GetProperty("last_scanned_at").GetString(), StringComparison.Ordinal);
        Assert.Equal("localhost:5000", rows[1].GetProperty("domain").GetString());
        Assert.Equal(JsonValueKind.Null, rows[1].GetProperty("last_scanned_at").ValueKind);
    }

    [Fact]
    public async Task Accounts_that_work_at_once_do_not_mix()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        string[] tokens = ["sk_one", "sk_two"];

        await Task.WhenAll(Enumerable.Range(0, 60).Select(i =>
            test.StartScanAsync(SeogentCalls.UrlsBody(80, 70), tokens[i % 2])));
        test.Clock.Advance(TimeSpan.FromMinutes(1));

        foreach (string token in tokens)
        {
            await TestEmulator.UntilAsync(async () =>
                (await test.GetAsync(SeogentCalls.Scans + "?page=2", token))["data"].EnumerateArray()
                    .Concat((await test.GetAsync(SeogentCalls.Scans, token))["data"].EnumerateArray())
                    .All(scan => scan.GetProperty("status").GetString() is "completed"));
            Assert.Equal(30, (await test.GetAsync(SeogentCalls.Scans, token)).Int("meta", "total"));
            Assert.Equal(100_000 - 60, (await test.GetAsync("/seogent/api/credits", token)).Int("balance"));
        }

        Assert.Equal(60, test.Emulator.Ledger.Creations.Select(creation => creation.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(120, test.Emulator.Ledger.Creations.Sum(creation => creation.Spent));
    }
}
