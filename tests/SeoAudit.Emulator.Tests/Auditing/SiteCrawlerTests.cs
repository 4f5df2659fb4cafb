using SeoAudit.Emulator.Auditing;
using SeoAudit.Emulator.Auditing.Fetching;

namespace SeoAudit.Emulator.Tests.Auditing;

public sealed class SiteCrawlerTests : IAsyncLifetime
{
    private readonly PageFetcher _fetcher = new(new PageFetchOptions(), TimeProvider.System);
    private LoopbackSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await LoopbackSite.StartAsync();

    public ValueTask DisposeAsync()
    {
        _fetcher.Dispose();
        return _site.DisposeAsync();
    }

    [Fact]
    public async Task FollowsLinksBreadthFirst()
    {
        Page("/", "/a", "/b", "/a#again", "http://other.test/x", "/gone", "/file.pdf");
        Page("/a", "/deep", "/");
        Page("/b", "/deep", "/old");
        Page("/deep", "/a");
        _site.Redirect("/old", "/new");
        Page("/new", "/b");
        _site.Serve("/file.pdf", "%PDF", "application/pdf");

        Assert.Equal(["/", "/a", "/b", "/deep", "/new"], await DiscoverAsync());
        Assert.Equal(["/", "/a"], await DiscoverAsync(2));
        Assert.Empty(await DiscoverAsync(0));
    }

    [Fact]
    public async Task KeepsToRobots()
    {
        Robots("User-agent: *\nDisallow: /\n\nUser-agent: SeoAuditEmulator\nDisallow: /private\nAllow: /private/open");
        Page("/", "/private/a", "/private/open", "/in");
        Page("/private/a");
        Page("/private/open");
        _site.Redirect("/in", "/private/a");

        Assert.Equal(["/", "/private/open"], await DiscoverAsync());
    }

    [Theory]
    [InlineData("User-agent: *\nDisallow: /", 200)]
    [InlineData("broken", 500)]
    public async Task FindsNothingWhereEverythingIsForbidden(string robots, int status)
    {
        Robots(robots, status);
        Page("/", "/a");

        Assert.Empty(await DiscoverAsync());
    }

    [Fact]
    public async Task ReadsTheSitemapsThatRobotsNames()
    {
        Robots($"Sitemap: {_site.At("/index.xml")}\nSitemap: /more.xml.gz\nSitemap: /gone.xml\nUser-agent: *\nDisallow: /no");
        Index("/index.xml", "/one.xml", "/index.xml");
        Sitemap("/one.xml", "/p1", "/p2", "/no/p3", "http://other.test/p4");
        _site.Serve("/more.xml.gz", SitemapParserTests.Gzip(Entries("urlset", "url", "/p2", "/p5")), "application/gzip");

        Assert.Equal(["/p2", "/p5", "/p1"], await DiscoverAsync());
        Assert.Equal(["/p2"], await DiscoverAsync(1));
    }

    [Fact]
    public async Task NestedIndexesEnd()
    {
        Robots("Sitemap: /0.xml");
        for (int i = 0; i < 10; i++)
            Index($"/{i}.xml", $"/{i + 1}.xml", $"/pages{i}.xml");
        for (int i = 0; i < 10; i++)
            Sitemap($"/pages{i}.xml", $"/p{i}");

        Assert.Equal(["/p0", "/p1"], await DiscoverAsync());
    }

    [Fact]
    public async Task FallsBackOnLinksWhereSitemapsListNothingHere()
    {
        Robots("Sitemap: /s.xml");
        Sitemap("/s.xml", "https://production.test/");
        Page("/", "/a");
        Page("/a");

        Assert.Equal(["/", "/a"], await DiscoverAsync());
    }

    [Fact]
    public async Task AHomePageThatCannotBeFetchedIsFoundAllTheSame()
    {
        Assert.Equal(["/"], await DiscoverAsync());
    }

    [Fact]
    public async Task EndlessSitesEndAtTheLimit()
    {
        Page("/", "/1");
        for (int i = 1; i < 60; i++)
            Page($"/{i}", $"/{i + 1}", $"/{i}?session={i}");

        Assert.Equal(50, (await DiscoverAsync(50)).Count);
    }

    [Fact]
    public async Task CancelsBetweenPages()
    {
        Page("/", "/a");
        Page("/a");
        using var cancel = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Uri _ in new SiteCrawler(_fetcher).DiscoverAsync(_site.Root, 10, cancel.Token))
                await cancel.CancelAsync();
        });
    }

    [Fact]
    public async Task AGoodSitePassesItsChecks()
    {
        Robots("User-agent: *\nAllow: /\nCrawl-delay: 10\nSitemap: /s.xml");
        Sitemap("/s.xml", "/");

        IReadOnlyList<CheckResult> checks = await CheckAsync();

        CheckResult warning = Assert.Single(checks, check => check.Outcome != CheckOutcome.Passed);
        Assert.Equal("site_https", warning.Key);
        Assert.Equal(CheckOutcome.Warning, warning.Outcome);
        Assert.All(checks, check => Assert.Matches("^(crawlability|indexability)$", check.Category));
        Assert.Equal(checks.Count, checks.Select(check => check.Key).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("robots_txt", "Warning", null, 404)]
    [InlineData("robots_txt", "Failed", "x", 503)]
    [InlineData("robots_blocks_all", "Failed", "User-agent: *\nDisallow: /", 200)]
    [InlineData("robots_blocks_all", "Failed", "x", 503)]
    [InlineData("robots_blocks_all", "Passed", "User-agent: *\nDisallow: /admin", 200)]
    [InlineData("search_engines", "Failed", "User-agent: Googlebot\nDisallow: /", 200)]
    [InlineData("search_engines", "Passed", "User-agent: *\nDisallow: /\nUser-agent: googlebot\nUser-agent: bingbot\nUser-agent: duckduckbot\nDisallow:", 200)]
    [InlineData("ai_bots", "Warning", "User-agent: GPTBot\nDisallow: /", 200)]
    [InlineData("crawl_delay", "Warning", "User-agent: *\nCrawl-delay: 11", 200)]
    [InlineData("crawl_delay", "Warning", "User-agent: Bingbot\nCrawl-delay: 11", 200)]
    [InlineData("crawl_delay", "Passed", "User-agent: *\nDisallow: /a", 200)]
    [InlineData("sitemap_in_robots", "Warning", "User-agent: *\nDisallow: /a", 200)]
    [InlineData("sitemap_reachable", "Failed", "Sitemap: /gone.xml", 200)]
    public async Task JudgesTheSite(string key, string outcome, string? robots, int status)
    {
        if (robots is not null)
            Robots(robots, status);

        Assert.Equal(outcome, (await CheckAsync()).Single(check => check.Key == key).Outcome.ToString());
    }

    [Fact]
    public async Task ASitemapAtTheUsualPlaceCounts()
    {
        Sitemap("/sitemap.xml", "/");

        CheckResult check = (await CheckAsync()).Single(check => check.Key == "sitemap_reachable");

        Assert.Equal(CheckOutcome.Passed, check.Outcome);
        Assert.Equal(_site.At("/sitemap.xml").AbsoluteUri, check.Value);
    }

    [Fact]
    public async Task ASiteThatIsDownFailsItsChecks()
    {
        Uri root = _site.Root;
        await _site.DisposeAsync();

        IReadOnlyList<CheckResult> checks = await new SiteCrawler(_fetcher).CheckSiteAsync(root, CancellationToken.None);

        Assert.Equal(
            ["missing_page_status", "robots_txt", "sitemap_reachable"],
            checks.Where(check => check.Outcome == CheckOutcome.Failed).Select(check => check.Key).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    private void Page(string path, params string[] links) =>
        _site.Serve(path, string.Concat(links.Select(link => $"<a href='{link}'>x</a>")));

    private void Robots(string text, int status = 200) => _site.Serve("/robots.txt", text, "text/plain", status);

    private void Sitemap(string path, params string[] pages) =>
        _site.Serve(path, Entries("urlset", "url", pages), "application/xml");

    private void Index(string path, params string[] sitemaps) =>
        _site.Serve(path, Entries("sitemapindex", "sitemap", sitemaps), "text/xml");

    private string Entries(string root, string entry, params string[] addresses)
    {
        IEnumerable<string> entries = addresses.Select(address => $"<{entry}><loc>{new Uri(_site.Root, address)}</loc></{entry}>");
        return $"<{root}>{string.Concat(entries)}</{root}>";
    }

    private Task<IReadOnlyList<CheckResult>> CheckAsync() => new SiteCrawler(_fetcher).CheckSiteAsync(_site.Root, CancellationToken.None);

    private async Task<List<string>> DiscoverAsync(int maxPages = 100)
    {
        var found = new List<string>();
        await foreach (Uri url in new SiteCrawler(_fetcher).DiscoverAsync(_site.Root, maxPages, CancellationToken.None))
            found.Add(url.PathAndQuery);
        return found;
    }
}
