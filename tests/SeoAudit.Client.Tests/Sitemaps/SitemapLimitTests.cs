using System.Text;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Sitemaps;

public sealed class SitemapLimitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sitemap_has_at_most_50_000_entries_unless_more_are_allowed(bool isXml)
    {
        byte[] full = Content(isXml, 50_000);
        byte[] over = Content(isXml, 50_001);
        var entries = new List<SitemapEntry>();

        Assert.Equal(50_000, (await SitemapSite.ReadAsync(full)).Count);
        var exception = await Assert.ThrowsAsync<SeoAuditSitemapException>(() => SitemapSite.ReadAsync(over, into: entries));

        Assert.Equal((50_000, 50_000), (entries.Count, exception.EntriesRead));
        Assert.Contains(nameof(SitemapOptions.MaxUrlsPerSitemap), exception.Message, StringComparison.Ordinal);
        Assert.True(exception.LineNumber > 50_000);
        Assert.Equal(50_001, (await SitemapSite.ReadAsync(over, new() { MaxUrlsPerSitemap = 50_001 })).Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sitemap_is_at_most_so_large_unpacked(bool isPacked)
    {
        string text = SitemapSite.UrlSet(Enumerable.Range(0, 100).Select(static index => $"/{index}"));
        byte[] content = isPacked ? SitemapSite.Gzip(text) : Encoding.UTF8.GetBytes(text);
        var entries = new List<SitemapEntry>();

        Assert.Equal(100, (await SitemapSite.ReadAsync(content, new() { MaxBytesPerSitemap = text.Length })).Count);
        var exception = await Assert.ThrowsAsync<SeoAuditSitemapException>(
            () => SitemapSite.ReadAsync(new PiecewiseStream(content), new() { MaxBytesPerSitemap = text.Length - 1 }, entries));

        Assert.Contains(nameof(SitemapOptions.MaxBytesPerSitemap), exception.Message, StringComparison.Ordinal);
        Assert.InRange(entries.Count, isPacked ? 0 : 90, 100);
    }

    [Fact]
    public async Task The_limit_of_a_download_is_the_limit_of_the_options()
    {
        string padding = new(' ', 51 * 1024 * 1024);
        using SitemapSite site = new SitemapSite().With("/sitemap.xml", $"<urlset>{padding}<url><loc>/1</loc></url></urlset>");

        await Assert.ThrowsAsync<SeoAuditSitemapException>(() => site.ReadAsync());
        Assert.Single(await site.ReadAsync(options: new() { MaxBytesPerSitemap = 60 * 1024 * 1024 }));
    }

    [Fact]
    public async Task A_bomb_is_seen_by_what_it_unpacks_to()
    {
        byte[] bomb = SitemapSite.Gzip("<urlset>" + new string(' ', 8 * 1024 * 1024) + "</urlset>");

        var exception = await Assert.ThrowsAsync<SeoAuditSitemapException>(() => SitemapSite.ReadAsync(bomb));

        Assert.Contains(nameof(SitemapOptions.MaxCompressionRatio), exception.Message, StringComparison.Ordinal);
        Assert.Empty(await SitemapSite.ReadAsync(bomb, new() { MaxCompressionRatio = 1_032 }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_packed_sitemap_that_is_cut_off_is_broken(bool isXml)
    {
        byte[] packed = SitemapSite.Gzip(Content(isXml, 1_000));

        await Assert.ThrowsAsync<SeoAuditSitemapException>(() => SitemapSite.ReadAsync(packed[..(packed.Length / 2)]));
        await Assert.ThrowsAsync<SeoAuditSitemapException>(() => SitemapSite.ReadAsync([0x1F, 0x8B, .. "not gzip at all"u8]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_an_endless_sitemap_no_more_is_read_than_is_asked_for(bool isXml)
    {
        using var endless = new EndlessStream(isXml);
        using var handler = new ScriptedHandler(_ => new HttpResponseMessage { Content = new StreamContent(endless) });
        var taken = 0;

        await foreach (SitemapEntry entry in TestClient.Create(handler).ReadSitemapAsync(new Uri("https://example.com/sitemap.xml"), Token))
        {
            Assert.Equal("/p", entry.Location.AbsolutePath);
            if (++taken == 10)
            {
                break;
            }
        }

        Assert.InRange(endless.Given, 1, 256 * 1024);
        Assert.True(endless.IsDisposed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_endless_sitemap_ends_at_the_limit(bool isXml)
    {
        using var endless = new EndlessStream(isXml);

        var exception = await Assert.ThrowsAsync<SeoAuditSitemapException>(() => SitemapSite.ReadAsync(endless, new() { MaxUrlsPerSitemap = 2_000 }));

        Assert.Equal(2_000, exception.EntriesRead);
        Assert.False(endless.IsDisposed);
    }

    public static TheoryData<string, SitemapOptions> BadOptions => new()
    {
        { nameof(SitemapOptions.MaxDepth), new() { MaxDepth = 11 } },
        { nameof(SitemapOptions.MaxDepth), new() { MaxDepth = -1 } },
        { nameof(SitemapOptions.MaxSitemaps), new() { MaxSitemaps = 0 } },
        { nameof(SitemapOptions.MaxUrlsPerSitemap), new() { MaxUrlsPerSitemap = 0 } },
        { nameof(SitemapOptions.MaxBytesPerSitemap), new() { MaxBytesPerSitemap = 1023 } },
        { nameof(SitemapOptions.MaxCompressionRatio), new() { MaxCompressionRatio = 0 } },
        { nameof(SitemapOptions.BaseAddress), new() { BaseAddress = new Uri("/a", UriKind.Relative) } },
        { nameof(SitemapOptions.Hosts), new() { Hosts = [" "] } },
        { nameof(SitemapOptions.Hosts), new() { Hosts = null! } },
        { nameof(SitemapOptions.Include), new() { Include = ["blog"] } },
        { nameof(SitemapOptions.Exclude), new() { Exclude = [""] } },
    };

    [Theory]
    [MemberData(nameof(BadOptions))]
    public void A_bad_option_is_refused_at_once(string name, SitemapOptions options)
    {
        using var handler = new ScriptedHandler(static _ => throw new InvalidOperationException());
        ISeoAuditClient client = TestClient.Create(handler);

        Assert.Contains(name, Assert.ThrowsAny<ArgumentException>(() => client.ReadSitemapAsync(Stream.Null, options, Token)).Message, StringComparison.Ordinal);
        Assert.Contains(
            name,
            Assert.ThrowsAny<ArgumentException>(() => client.ReadSitemapAsync(new Uri("https://example.com/s.xml"), options, Token)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_address_is_for_streams()
    {
        using var handler = new ScriptedHandler(static _ => throw new InvalidOperationException());
        ISeoAuditClient client = TestClient.Create(handler);
        var address = new Uri("https://example.com/s.xml");
        using var closed = new MemoryStream();
        closed.Dispose();

        Assert.Throws<ArgumentException>(() => client.ReadSitemapAsync(address, new SitemapOptions { BaseAddress = address }, Token));
        Assert.Throws<ArgumentException>(() => client.ReadSitemapAsync(closed, options: null, Token));
        Assert.Throws<ArgumentNullException>(() => client.ReadSitemapAsync((Stream)null!, options: null, Token));
    }

    private static byte[] Content(bool isXml, int entries) => Encoding.UTF8.GetBytes(isXml
        ? $"<urlset>{string.Concat(Enumerable.Range(0, entries).Select(static index => $"\n<url><loc>https://example.com/{index}</loc></url>"))}</urlset>"
        : string.Concat(Enumerable.Range(0, entries).Select(static index => $"https://example.com/{index}\n")));

    /// <summary>Gives a hundred bytes a read.</summary>
    private sealed class PiecewiseStream(byte[] content) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(100, buffer.Length)], cancellationToken);
    }
}
