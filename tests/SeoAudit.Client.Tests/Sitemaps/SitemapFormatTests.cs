using System.Net.Http.Headers;
using System.Text;

namespace SeoAudit.Client.Tests.Sitemaps;

public sealed class SitemapFormatTests
{
    private const string One = "<urlset><url><loc>https://example.com/é</loc></url></urlset>";
    private const string OnePath = "/%C3%A9";

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "plain", Encoding.UTF8.GetBytes(One) },
        { "UTF-8 mark", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(One)] },
        { "two marks", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(One)] },
        { "UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(One)] },
        { "UTF-16, declared", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("<?xml version='1.0' encoding='utf-16'?>" + One)] },
        { "UTF-16, big", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(One)] },
        { "UTF-16 without mark", Encoding.Unicode.GetBytes(One) },
        { "UTF-16, big, without mark", Encoding.BigEndianUnicode.GetBytes(One) },
        { "UTF-16, white space", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("\r\n <?xml version='1.0' encoding='utf-16'?>" + One)] },
        { "UTF-32", [.. Encoding.UTF32.GetPreamble(), .. Encoding.UTF32.GetBytes(One)] },
        { "Latin 1", Encoding.Latin1.GetBytes("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + One) },
        { "Windows", Encoding.Latin1.GetBytes("<?xml version=\"1.0\" encoding=\"windows-1252\"?>" + One) },
        { "declared wrongly", Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-16\"?>" + One) },
        { "white space first", Encoding.UTF8.GetBytes("\n\r\n \t<?xml version='1.0' encoding='UTF-8'?>" + One) },
        { "much white space first", Encoding.UTF8.GetBytes(new string('\n', 100_001) + "<?xml version='1.0' encoding='UTF-8'?>" + One) },
        { "mark and white space first", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes("\n<?xml version='1.0'?>" + One)] },
        { "gzip", SitemapSite.Gzip(One) },
        { "gzip of UTF-16", SitemapSite.Gzip([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(One)]) },
        { "gzip in two parts", [.. SitemapSite.Gzip(One[..20]), .. SitemapSite.Gzip(One[20..])] },
        { "text", Encoding.UTF8.GetBytes("https://example.com/é") },
        { "text with mark", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes("https://example.com/é\n")] },
        { "text in UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("\r\nhttps://example.com/é\r\n")] },
        { "text in gzip", SitemapSite.Gzip("https://example.com/é") },
    };

    public static TheoryData<string> Feeds =>
    [
        "<rss version='2.0'><channel><title>t</title><link>https://example.com/</link><item><title>a</title><link>https://example.com/1</link>"
            + "<pubDate>Sat, 07 Sep 2002 09:42:31 GMT</pubDate></item><item><link> /2 </link><pubDate>7 Sep 2002 05:42:31 EDT</pubDate></item></channel></rss>",
        "<rss xmlns:atom='http://www.w3.org/2005/Atom' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>"
            + "<atom:link rel='self' href='https://example.com/feed'/><item><atom:link rel='self' href='https://example.com/no'/>"
            + "<link>https://example.com/1</link><dc:date>2002-09-07T09:42:31Z</dc:date></item>"
            + "<item><link>https://example.com/2</link><pubDate>Sat, 07 Sep 2002 11:42:31 +0200</pubDate></item></channel></rss>",
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' xmlns:dc='urn:dc'><channel/>"
            + "<item><link>https://example.com/1</link><dc:date>2002-09-07T09:42:31Z</dc:date></item>"
            + "<item><link>https://example.com/2</link><dc:date>2002-09-07T09:42:31+00:00</dc:date></item></rdf:RDF>",
        "<feed xmlns='http://www.w3.org/2005/Atom'><link href='https://example.com/'/><updated>2020-01-01T00:00:00Z</updated>"
            + "<entry><link rel='edit' href='https://example.com/no'/><link href='https://example.com/1'/><published>2001-01-01T00:00:00Z</published>"
            + "<updated>2002-09-07T09:42:31Z</updated></entry><entry><link rel='alternate' href='/2'/><link rel='alternate' href='/no'/>"
            + "<updated>2002-09-07T09:42:31Z</updated><published>2001-01-01T00:00:00Z</published></entry></feed>",
    ];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Every_encoding_is_read(string name, byte[] content)
    {
        Assert.NotEmpty(name);
        Assert.Equal([OnePath], SitemapSite.Paths(await SitemapSite.ReadAsync(content)), StringComparer.Ordinal);
        Assert.Equal([OnePath], SitemapSite.Paths(await SitemapSite.ReadAsync(new DripStream(content))), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("/sitemap.xml", "text/html")]
    [InlineData("/sitemap.xml.gz", "application/xml")]
    [InlineData("/sitemap.txt", "application/octet-stream")]
    [InlineData("/sitemap.php?page=1", null)]
    public async Task Neither_name_nor_content_type_matters(string address, string? type)
    {
        byte[][] contents = [Encoding.UTF8.GetBytes(One), SitemapSite.Gzip(One), Encoding.UTF8.GetBytes("https://example.com/é")];
        foreach (byte[] content in contents)
        {
            using SitemapSite site = new SitemapSite().With(address, () => new ByteArrayContent(content)
            {
                Headers = { ContentType = type is null ? null : new MediaTypeHeaderValue(type) },
            });

            Assert.Equal([OnePath], SitemapSite.Paths(await site.ReadAsync(address)), StringComparer.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public async Task Feeds_are_read(string feed)
    {
        using SitemapSite site = new SitemapSite().With("/feed", feed);

        List<SitemapEntry> entries = await site.ReadAsync("/feed");

        Assert.Equal(["/1", "/2"], SitemapSite.Paths(entries), StringComparer.Ordinal);
        Assert.All(entries, static entry => Assert.Equal(new DateTime(2002, 9, 7, 9, 42, 31, DateTimeKind.Utc), entry.LastModified?.UtcDateTime));
    }

    [Fact]
    public async Task Lines_of_text_that_are_no_address_are_told_and_left_out()
    {
        var faults = new FaultList();
        string text = $"\r\n# a comment\r\nhttps://example.com/1\r\n\r\n/relative\nHTTP://example.com/2\n{new string('x', 50_000)}\n  https://example.com/3  ";

        List<SitemapEntry> entries = await SitemapSite.ReadAsync(Encoding.UTF8.GetBytes(text), new SitemapOptions { Faults = faults });

        Assert.Equal(["/1", "/2", "/3"], SitemapSite.Paths(entries), StringComparer.Ordinal);
        Assert.Equal([2, 5, 7], faults.Select(static fault => fault.LineNumber));
        Assert.Equal(200, faults[2].Text!.Length);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><body>https://example.com/</body></html>")]
    [InlineData("\n<html><head></head></html>")]
    [InlineData("<?xml version='1.0'?><!-- page --><html xmlns='http://www.w3.org/1999/xhtml'/>")]
    public async Task A_web_page_is_called_one(string page)
    {
        var exception = await Assert.ThrowsAsync<SeoAuditSitemapException>(() => SitemapSite.ReadAsync(Encoding.UTF8.GetBytes(page)));

        Assert.Contains("HTML", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(" \r\n\t")]
    [InlineData("{\"urls\":[\"https://example.com/\"]}")]
    [InlineData("%PDF-1.7")]
    [InlineData("a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nhttps://example.com/")]
    public async Task What_is_no_sitemap_at_all_is_a_typed_error(string content)
    {
        var entries = new List<SitemapEntry>();

        await Assert.ThrowsAsync<SeoAuditSitemapException>(() => SitemapSite.ReadAsync(Encoding.UTF8.GetBytes(content), into: entries));

        Assert.Empty(entries);
    }

    /// <summary>Gives a byte a read.</summary>
    private sealed class DripStream(byte[] content) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);
    }
}
