using System.IO.Compression;
using System.Text;
using SeoAudit.Emulator.Auditing.Crawling;

namespace SeoAudit.Emulator.Tests.Auditing;

public sealed class SitemapParserTests
{
    private const string Namespace = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

    [Fact]
    public void ReadsPagesAndNothingFromExtensions()
    {
        SitemapDocument? sitemap = Parse($"""
            <?xml version="1.0"?><!-- x -->
            <urlset {Namespace} xmlns:i="http://www.google.com/schemas/sitemap-image/1.1">
            <url><loc>
              http://a.test/1?x=1&amp;y=2 </loc><lastmod>2026-01-01</lastmod><i:image><i:loc>http://a.test/i.png</i:loc></i:image></url>
            <url><loc><![CDATA[http://a.test/2#part]]></loc></url><url><loc/></url><url><loc>ftp://a.test/3</loc></url><url><loc>/4</loc></url>
            </urlset>
            """);

        Assert.NotNull(sitemap);
        Assert.Equal(["http://a.test/1?x=1&y=2", "http://a.test/2", "http://a.test/4"], sitemap.Pages.Select(url => url.AbsoluteUri), StringComparer.Ordinal);
        Assert.Empty(sitemap.Sitemaps);
    }

    [Fact]
    public void ReadsIndexes()
    {
        SitemapDocument? sitemap = Parse($"<sitemapindex {Namespace}><sitemap><loc>http://a.test/s.xml</loc></sitemap></sitemapindex>");

        Assert.Equal(["http://a.test/s.xml"], sitemap!.Sitemaps.Select(url => url.AbsoluteUri), StringComparer.Ordinal);
        Assert.Empty(sitemap.Pages);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not xml")]
    [InlineData("<html><body>404</body></html>")]
    [InlineData("<urlset")]
    [InlineData("<!DOCTYPE urlset [<!ENTITY a \"x\">]><urlset><url><loc>http://a.test/&a;</loc></url></urlset>")]
    [InlineData("<!DOCTYPE urlset SYSTEM \"http://a.test/x.dtd\"><urlset><url><loc>http://a.test/</loc></url></urlset>")]
    [InlineData("\u001f\u008bbroken")]
    public void RefusesWhatIsNoSitemap(string content)
    {
        Assert.Null(SitemapParser.Parse(Encoding.Latin1.GetBytes(content), new Uri("http://a.test/sitemap.xml")));
    }

    [Fact]
    public void KeepsWhatStandsBeforeABreak()
    {
        SitemapDocument? sitemap = Parse("<urlset><url><loc>http://a.test/1</loc></url><url><loc>http://a.te");

        Assert.Equal(["http://a.test/1"], sitemap!.Pages.Select(url => url.AbsoluteUri), StringComparer.Ordinal);
    }

    [Fact]
    public void ReadsGzip()
    {
        SitemapDocument? sitemap = SitemapParser.Parse(
            Gzip("<urlset><url><loc>http://a.test/1</loc></url></urlset>"), new Uri("http://a.test/sitemap.xml.gz"));

        Assert.Single(sitemap!.Pages);
    }

    [Fact]
    public void StopsReadingAGzipBomb()
    {
        byte[] bomb = Gzip("<urlset><url><loc>http://a.test/1</loc></url>" + new string(' ', SitemapParser.MaxBytes) + "<url><loc>http://a.test/2</loc></url></urlset>");

        SitemapDocument? sitemap = SitemapParser.Parse(bomb, new Uri("http://a.test/sitemap.xml.gz"));

        Assert.Single(sitemap!.Pages);
    }

    [Fact]
    public void StopsAtTheProtocolsOwnLimit()
    {
        SitemapDocument? sitemap = Parse("<urlset>" + string.Concat(Enumerable.Repeat("<url><loc>/a</loc></url>", SitemapParser.MaxEntries + 1)) + "</urlset>");

        Assert.Equal(SitemapParser.MaxEntries, sitemap!.Pages.Count);
    }

    internal static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private static SitemapDocument? Parse(string xml) =>
        SitemapParser.Parse(Encoding.UTF8.GetBytes(xml), new Uri("http://a.test/sitemap.xml"));
}
