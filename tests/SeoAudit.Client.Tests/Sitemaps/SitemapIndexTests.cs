using System.Globalization;
using System.Net;
using System.Text;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Sitemaps;

public sealed class SitemapIndexTests
{
    [Fact]
    public async Task An_index_is_followed_in_its_order_and_entries_say_where_they_stood()
    {
        using SitemapSite site = new SitemapSite()
            .With("/sitemap.xml", SitemapSite.Index("https://example.com/a.xml", "/b.txt", "c.xml.gz"))
            .With("/a.xml", SitemapSite.UrlSet("/1", "/2"))
            .With("/b.txt", "https://example.com/3")
            .With("/c.xml.gz", () => new ByteArrayContent(SitemapSite.Gzip(SitemapSite.UrlSet("/4"))));

        List<SitemapEntry> entries = await site.ReadAsync();

        Assert.Equal(["/1", "/2", "/3", "/4"], SitemapSite.Paths(entries), StringComparer.Ordinal);
        Assert.Equal(["/a.xml", "/a.xml", "/b.txt", "/c.xml.gz"], entries.Select(static entry => entry.Sitemap!.AbsolutePath), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_loop_is_read_once()
    {
        using SitemapSite site = new SitemapSite()
            .With("/sitemap.xml", SitemapSite.Index("/sitemap.xml", "/next.xml", "/next.xml", "/pages.xml"))
            .With("/next.xml", SitemapSite.Index("/sitemap.xml#again", "/next.xml", "/pages.xml"))
            .With("/pages.xml", SitemapSite.UrlSet("/1"));

        Assert.Equal(["/1"], SitemapSite.Paths(await site.ReadAsync()), StringComparer.Ordinal);
        Assert.Equal(3, site.Asked.Count());
    }

    [Fact]
    public async Task An_index_that_goes_on_for_ever_ends_at_the_depth_bound()
    {
        using var handler = new ScriptedHandler(static request => new HttpResponseMessage
        {
            Content = new StringContent(SitemapSite.Index($"{request.RequestUri!.AbsolutePath}x.xml")),
        });

        var exception = await Assert.ThrowsAsync<SeoAuditSitemapException>(() => DrainAsync(handler, new SitemapOptions { MaxDepth = 2 }));

        Assert.Equal(3, handler.Requests.Count);
        Assert.Contains(nameof(SitemapOptions.MaxDepth), Assert.Single(exception.UnreadSitemaps).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_more_sitemaps_are_asked_for_than_allowed_and_the_rest_are_named()
    {
        using var handler = new ScriptedHandler(static request => new HttpResponseMessage
        {
            Content = new StringContent(request.RequestUri!.AbsolutePath == "/sitemap.xml"
                ? SitemapSite.Index(Enumerable.Range(0, 3_000).Select(static index => $"/{index}.xml"))
                : SitemapSite.UrlSet("/1")),
        });
        var faults = new FaultList();

        var exception = await Assert.ThrowsAsync<SeoAuditSitemapException>(
            () => DrainAsync(handler, new SitemapOptions { MaxSitemaps = 5, Faults = faults }));

        Assert.Equal(5, handler.Requests.Count);
        Assert.Equal((4, 1_000, 2_996), (exception.EntriesRead, exception.UnreadSitemaps.Count, faults.Count));
        Assert.StartsWith("2996 ", exception.Message, StringComparison.Ordinal);
        Assert.False(exception.IsTransient);
    }

    [Fact]
    public async Task A_broken_sitemap_does_not_keep_its_siblings_from_being_read()
    {
        using SitemapSite site = new SitemapSite()
            .With("/sitemap.xml", SitemapSite.Index("/gone.xml", "/cut.xml", "/page.html", "/good.xml"))
            .With("/cut.xml", "<urlset>\n<url><loc>https://example.com/1</loc></url><url>")
            .With("/page.html", "<!doctype html><p>")
            .With("/good.xml", SitemapSite.UrlSet("/2"));
        var entries = new List<SitemapEntry>();
        var faults = new FaultList();

        var exception = await Assert.ThrowsAsync<SeoAuditSitemapException>(() => site.ReadAsync(options: new() { Faults = faults }, into: entries));

        Assert.Equal(["/1", "/2"], SitemapSite.Paths(entries), StringComparer.Ordinal);
        Assert.Equal(faults, exception.UnreadSitemaps);
        Assert.Equal(["/gone.xml", "/cut.xml", "/page.html"], faults.Select(static fault => fault.Sitemap!.AbsolutePath), StringComparer.Ordinal);
        Assert.All(faults, static fault => Assert.Equal(SitemapFaultKind.Sitemap, fault.Kind));
        Assert.IsType<SeoAuditNotFoundException>(faults[0].Error);
        Assert.Equal((2, 1), (Assert.IsType<SeoAuditSitemapException>(faults[1].Error).LineNumber, ((SeoAuditSitemapException)faults[1].Error!).EntriesRead));
        Assert.Equal(("https://example.com/sitemap.xml", 2), (exception.Sitemap!.AbsoluteUri, exception.EntriesRead));
    }

    [Fact]
    public async Task An_index_that_breaks_off_is_read_as_far_as_it_goes()
    {
        using SitemapSite site = new SitemapSite()
            .With("/sitemap.xml", "<sitemapindex><sitemap><loc>/a.xml</loc></sitemap><sitemap><loc>/b")
            .With("/a.xml", SitemapSite.UrlSet("/1"));
        var entries = new List<SitemapEntry>();

        var exception = await Assert.ThrowsAsync<SeoAuditSitemapException>(() => site.ReadAsync(into: entries));

        Assert.Equal(["/1"], SitemapSite.Paths(entries), StringComparer.Ordinal);
        Assert.Equal((1, 1, "/sitemap.xml"), (exception.EntriesRead, exception.LineNumber, exception.Sitemap?.AbsolutePath));
    }

    [Fact]
    public async Task What_is_reached_twice_by_redirects_is_read_once()
    {
        await using var server = new LoopbackServer(static head => head.Split(' ')[1] switch
        {
            "/sitemap.xml" => LoopbackServer.Answer("200 OK", body: SitemapSite.Index("/old.xml", "/new.xml")),
            "/old.xml" => LoopbackServer.Answer("301 Moved Permanently", "Location: /new.xml\r\n"),
            _ => LoopbackServer.Answer("200 OK", body: "<urlset><url><loc>/1</loc></url></urlset>"),
        });
        var entries = new List<SitemapEntry>();

        await foreach (SitemapEntry entry in TestClient.Create(server.Address).ReadSitemapAsync(new Uri(server.Address, "sitemap.xml"), TestContext.Current.CancellationToken))
        {
            entries.Add(entry);
        }

        Assert.Equal(new Uri(server.Address, "new.xml"), Assert.Single(entries).Sitemap);
    }

    [Fact]
    public async Task A_stream_asks_for_nothing_unless_it_is_told_its_address()
    {
        byte[] index = Encoding.UTF8.GetBytes(SitemapSite.Index("https://example.com/a.xml"));
        var exception = await Assert.ThrowsAsync<SeoAuditSitemapException>(() => SitemapSite.ReadAsync(index));
        Assert.Contains(nameof(SitemapOptions.BaseAddress), exception.Message, StringComparison.Ordinal);

        using SitemapSite site = new SitemapSite().With("/a.xml", SitemapSite.UrlSet("/1"));
        var entries = new List<SitemapEntry>();
        using var content = new MemoryStream(index);
        await foreach (SitemapEntry entry in TestClient.Create(site.Handler).ReadSitemapAsync(
            content, new SitemapOptions { BaseAddress = new Uri("https://example.com/s/index.xml") }, TestContext.Current.CancellationToken))
        {
            entries.Add(entry);
        }

        Assert.Equal(["/1"], SitemapSite.Paths(entries), StringComparer.Ordinal);
        Assert.True(content.CanRead);
    }

    [Theory]
    [InlineData("https://example.com")]
    [InlineData("https://example.com/")]
    [InlineData("https://example.com/#top")]
    public async Task A_bare_address_is_looked_up_in_robots_txt(string address)
    {
        using SitemapSite site = new SitemapSite()
            .With(
                "/robots.txt",
                "\uFEFFUser-agent: *\r\nDisallow: /sitemap:\r\nSITEMAP : /a.xml # the first\r\nsitemap:https://cdn.example.com/b.xml\nSitemap:\nSitemap: ftp://x/\nSitemap: /a.xml")
            .With("/a.xml", SitemapSite.UrlSet("/1"))
            .With("https://cdn.example.com/b.xml", SitemapSite.UrlSet("/2"));

        Assert.Equal(["/1", "/2"], SitemapSite.Paths(await site.ReadAsync(address)), StringComparer.Ordinal);
        Assert.Equal(
            ["https://example.com/robots.txt", "https://example.com/a.xml", "https://cdn.example.com/b.xml"], site.Asked, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("User-agent: *\nDisallow:")]
    [InlineData("<!doctype html><p>Sitemap</p>")]
    public async Task Without_one_there_it_is_the_usual_place(string? robots)
    {
        using SitemapSite site = new SitemapSite().With("/sitemap.xml", SitemapSite.UrlSet("/1"));
        if (robots is not null)
        {
            site.With("/robots.txt", robots);
        }

        Assert.Single(await site.ReadAsync("/"));
    }

    [Fact]
    public async Task A_site_without_any_sitemap_is_not_found()
    {
        using var site = new SitemapSite();

        await Assert.ThrowsAsync<SeoAuditNotFoundException>(() => site.ReadAsync("/"));
    }

    [Fact]
    public async Task A_robots_txt_that_fails_is_not_taken_for_one_that_says_nothing()
    {
        using var handler = new ScriptedHandler(static _ => new HttpResponseMessage(HttpStatusCode.NotImplemented) { Content = new StringContent("no") });

        var exception = await Assert.ThrowsAsync<SeoAuditException>(() => DrainAsync(handler, new SitemapOptions(), "https://example.com/"));

        Assert.Equal(HttpStatusCode.NotImplemented, exception.StatusCode);
        Assert.EndsWith("/robots.txt", Assert.Single(handler.Requests).Url.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sitemaps_that_are_older_than_asked_for_are_not_asked_for()
    {
        using SitemapSite site = new SitemapSite()
            .With(
                "/sitemap.xml",
                "<sitemapindex><sitemap><loc>/old.xml</loc><lastmod>2026-01-01</lastmod></sitemap>"
                + "<sitemap><loc>/new.xml</loc><lastmod>2026-02-01</lastmod></sitemap><sitemap><loc>/any.xml</loc></sitemap></sitemapindex>")
            .With("/new.xml", SitemapSite.UrlSet("/1"))
            .With("/any.xml", SitemapSite.UrlSet("/2"));

        List<SitemapEntry> entries = await site.ReadAsync(
            options: new() { ModifiedSince = DateTimeOffset.Parse("2026-02-01T12:00:00Z", CultureInfo.InvariantCulture) });

        Assert.Equal(["/1", "/2"], SitemapSite.Paths(entries), StringComparer.Ordinal);
    }

    private static async Task DrainAsync(ScriptedHandler handler, SitemapOptions options, string address = "https://example.com/sitemap.xml")
    {
        await foreach (SitemapEntry entry in TestClient.Create(handler).ReadSitemapAsync(new Uri(address), options, TestContext.Current.CancellationToken))
        {
            Assert.NotNull(entry);
        }
    }
}
