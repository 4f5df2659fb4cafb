using System.Text;

namespace SeoAudit.Client.Tests.Sitemaps;

public sealed class SitemapEntryTests
{
    [Fact]
    public async Task All_that_an_entry_says_is_read()
    {
        using SitemapSite site = new SitemapSite().With(
            "/sitemap.xml",
            "<urlset xmlns:xhtml='http://www.w3.org/1999/xhtml'><url><loc>https://example.com/en</loc><lastmod>2026-11-24</lastmod>"
            + "<changefreq>Weekly</changefreq><priority>0.8</priority>"
            + "<xhtml:link rel='alternate' hreflang='de' href='https://example.com/de'/>"
            + "<xhtml:link rel='alternate' hreflang='x-default' href=' /other '/><xhtml:link rel='canonical' href='https://example.com/no'/>"
            + "</url><url><loc>https://example.com/2</loc></url></urlset>");

        List<SitemapEntry> entries = await site.ReadAsync();

        SitemapEntry full = entries[0];
        Assert.Equal("https://example.com/en", full.Location.AbsoluteUri);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero), full.LastModified);
        Assert.Equal((ChangeFrequency.Weekly, 0.8), (full.ChangeFrequency, full.Priority));
        Assert.Equal(
            [new SitemapAlternate("de", new Uri("https://example.com/de")), new SitemapAlternate("x-default", new Uri("https://example.com/other"))],
            full.Alternates);
        Assert.Equal("https://example.com/sitemap.xml", full.Sitemap?.AbsoluteUri);
        SitemapEntry bare = entries[1];
        Assert.Equal((null, null, null), (bare.LastModified, bare.ChangeFrequency, bare.Priority));
        Assert.Empty(bare.Alternates);
    }

    [Theory]
    [InlineData("0.0", 0.0)]
    [InlineData("1.0", 1.0)]
    [InlineData("0.55", 0.55)]
    [InlineData(" .3 ", 0.3)]
    [InlineData("1.1", null)]
    [InlineData("-0.1", null)]
    [InlineData("NaN", null)]
    [InlineData("high", null)]
    public async Task Priority_is_a_number_from_0_to_1_or_nothing_and_told(string text, double? expected)
    {
        var faults = new FaultList();

        SitemapEntry entry = Assert.Single(await ReadAsync($"<url><loc>https://example.com/</loc><priority>{text}</priority></url>", faults));

        Assert.Equal(expected, entry.Priority);
        Assert.Equal(expected is null, faults is [{ Kind: SitemapFaultKind.Value }]);
    }

    [Fact]
    public async Task Values_that_cannot_be_read_are_told_and_the_entry_is_kept()
    {
        var faults = new FaultList();

        List<SitemapEntry> entries = await ReadAsync(
            "<url><loc>https://example.com/</loc>\n<lastmod>yesterday</lastmod><changefreq>now and then</changefreq>\n<link href='mailto:a@b'/></url>", faults);

        Assert.Equal((null, "now and then"), (entries[0].LastModified, entries[0].ChangeFrequency?.Value));
        Assert.Equal(
            [("yesterday", 2), ("mailto:a@b", 3)],
            faults.Select(static fault => (fault.Text, fault.LineNumber)));
        Assert.All(faults, static fault => Assert.Equal((SitemapFaultKind.Value, null), (fault.Kind, fault.Error)));
    }

    [Theory]
    [InlineData("<url/>", null)]
    [InlineData("<url><loc> </loc></url>", null)]
    [InlineData("<url><loc>ftp://example.com/</loc></url>", "ftp://example.com/")]
    [InlineData("<url><loc>file:///etc/passwd</loc></url>", "file:///etc/passwd")]
    [InlineData("<url><loc>mailto:a@example.com</loc></url>", "mailto:a@example.com")]
    [InlineData("<url><loc>javascript:alert(1)</loc></url>", "javascript:alert(1)")]
    [InlineData("<url><loc>https://</loc></url>", "https://")]
    [InlineData("<url><loc>http://exa mple.com/</loc></url>", "http://exa mple.com/")]
    public async Task A_broken_entry_is_told_and_left_out(string entry, string? text)
    {
        var faults = new FaultList();

        List<SitemapEntry> entries = await ReadAsync($"<url><loc>https://example.com/1</loc></url>\n  {entry}<url><loc>https://example.com/2</loc></url>", faults);

        Assert.Equal(["/1", "/2"], SitemapSite.Paths(entries), StringComparer.Ordinal);
        SitemapFault fault = Assert.Single(faults);
        Assert.Equal((SitemapFaultKind.Entry, text, 2), (fault.Kind, fault.Text, fault.LineNumber));
        Assert.InRange(fault.LinePosition, 3, 4);
    }

    [Fact]
    public async Task What_is_told_is_short()
    {
        var faults = new FaultList();

        await ReadAsync($"<url><loc>nowhere:{new string('x', 100_000)}</loc></url>", faults);

        Assert.Equal(200, Assert.Single(faults).Text!.Length);
    }

    private static Task<List<SitemapEntry>> ReadAsync(string entries, FaultList faults) => SitemapSite.ReadAsync(
        Encoding.UTF8.GetBytes($"<urlset>{entries}</urlset>"),
        new SitemapOptions { Faults = faults, BaseAddress = new Uri("https://example.com/sitemap.xml") });
}
