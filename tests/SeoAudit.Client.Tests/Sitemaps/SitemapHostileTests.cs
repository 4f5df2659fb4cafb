using System.Globalization;
using System.Text;

namespace SeoAudit.Client.Tests.Sitemaps;

public sealed class SitemapHostileTests
{
    [Fact]
    public async Task A_text_that_goes_on_and_on_is_told_and_not_held()
    {
        const int Size = 8 * 1024 * 1024;
        byte[] content = Encoding.UTF8.GetBytes(
            $"<urlset><url><loc>{new string('a', Size)}</loc></url>"
            + "<url><loc>https://example.com/2</loc></url></urlset>");
        var faults = new FaultList();
        using var stream = new MemoryStream(content);
        int thread = Environment.CurrentManagedThreadId;
        long before = GC.GetAllocatedBytesForCurrentThread();

        List<SitemapEntry> entries = await SitemapSite.ReadAsync(stream, new() { Faults = faults });

        // Memory is always at hand, so that nothing makes the reading change threads.
        Assert.Equal(thread, Environment.CurrentManagedThreadId);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Size / 4);
        Assert.Equal("/2", Assert.Single(SitemapSite.Paths(entries)));
        SitemapFault fault = Assert.Single(faults);
        Assert.Contains("longer than 16384 characters", fault.Reason, StringComparison.Ordinal);
        Assert.Equal(200, fault.Text!.Length);
    }

    [Theory]
    [InlineData("<loc>{0}</loc>", SitemapFaultKind.Entry)]
    [InlineData("<loc><![CDATA[{0}]]></loc>", SitemapFaultKind.Entry)]
    [InlineData("<loc>/1<!-- -->{0}</loc>", SitemapFaultKind.Entry)]
    [InlineData("<loc>/1</loc><lastmod>{0}</lastmod>", SitemapFaultKind.Value)]
    public async Task A_text_that_is_too_long_is_told_once(string entry, SitemapFaultKind kind)
    {
        var faults = new FaultList();
        string content = $"<urlset><url>{string.Format(CultureInfo.InvariantCulture, entry, new string('a', 20_000))}</url></urlset>";

        List<SitemapEntry> entries = await SitemapSite.ReadAsync(
            Encoding.UTF8.GetBytes(content), new() { Faults = faults, BaseAddress = new Uri("https://example.com/") });

        Assert.Equal(kind, Assert.Single(faults).Kind);
        Assert.Equal(kind == SitemapFaultKind.Value, entries.Count == 1);
    }

    [Fact]
    public async Task A_text_is_read_up_to_its_limit()
    {
        string longest = "https://example.com/" + new string('a', (16 * 1024) - 20);
        var faults = new FaultList();

        List<SitemapEntry> entries = await SitemapSite.ReadAsync(
            Encoding.UTF8.GetBytes($"<urlset><url><loc>{longest}</loc></url><url><loc>{longest}a</loc></url></urlset>"),
            new() { Faults = faults });

        Assert.Equal(longest, Assert.Single(entries).Location.AbsoluteUri);
        Assert.Single(faults);
    }

    [Theory]
    [InlineData("<urlset>")]
    [InlineData("<urlset><url><loc>https://example.com/1</loc></url><url>")]
    public async Task Elements_within_elements_without_an_end_are_not_held(string start)
    {
        string content = start + string.Concat(Enumerable.Repeat("<a>", 1_000));

        var exception = await Assert.ThrowsAsync<SeoAuditSitemapException>(() => SitemapSite.ReadAsync(Encoding.UTF8.GetBytes(content)));

        Assert.Contains("nested", exception.Message, StringComparison.Ordinal);
        Assert.InRange(exception.LinePosition, start.Length + (3 * 250), start.Length + (3 * 257));
    }

    [Fact]
    public async Task A_sitemap_that_breaks_off_says_where_to_those_who_are_told_of_faults()
    {
        var faults = new FaultList();
        using SitemapSite site = new SitemapSite()
            .With("/sitemap.xml", SitemapSite.Index("/a.xml", "/b.xml"))
            .With("/a.xml", "<urlset>\n<url><loc>/1</loc></url>\n</broken>")
            .With("/b.xml", SitemapSite.UrlSet("/2"));

        var exception = await Assert.ThrowsAsync<SeoAuditSitemapException>(() => site.ReadAsync(options: new() { Faults = faults }));

        Assert.Equal(3, Assert.Single(faults).LineNumber);
        Assert.Equal(3, Assert.Single(exception.UnreadSitemaps).LineNumber);
    }

    [Fact]
    public async Task What_the_one_who_is_told_of_faults_throws_comes_out_and_the_connection_is_closed()
    {
        using var body = new EndlessStream(isXml: true);
        using SitemapSite site = new SitemapSite()
            .With("/sitemap.xml", SitemapSite.Index("/a.xml", "/b.xml"))
            .With("/a.xml", () => new StreamContent(body));

        await Assert.ThrowsAsync<NotSupportedException>(() => site.ReadAsync(options: new() { Faults = new Thrower(), MaxUrlsPerSitemap = 2 }));

        Assert.True(body.IsDisposed);
        Assert.DoesNotContain("https://example.com/b.xml", site.Asked, StringComparer.Ordinal);
    }

    private sealed class Thrower : IProgress<SitemapFault>
    {
        public void Report(SitemapFault value) => throw new NotSupportedException(value.Reason);
    }
}
