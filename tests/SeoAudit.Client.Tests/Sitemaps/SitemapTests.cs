using System.IO.Pipelines;
using System.Net;
using System.Text;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Sitemaps;

public sealed class SitemapTests
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly Uri Address = new("https://example.com/sitemap.xml");

    public static TheoryData<string, string> Locations => new()
    {
        { "<url><loc>https://example.com/a</loc></url>", "https://example.com/a" },
        { "<url><loc>\n  https://example.com/a\n </loc></url>", "https://example.com/a" },
        { "<url><loc><![CDATA[https://example.com/?a=1&b=2]]></loc></url>", "https://example.com/?a=1&b=2" },
        { "<url><loc>https://example.com/?a=1&amp;b=&#50;</loc></url>", "https://example.com/?a=1&b=2" },
        { "<url><loc>https://example.com/<![CDATA[a]]>b<!-- c --></loc></url>", "https://example.com/ab" },
        { "<url><lastmod/><loc>https://example.com/a</loc><priority/></url>", "https://example.com/a" },
        { "<url><loc>https://example.com/a</loc><loc>https://example.com/b</loc></url>", "https://example.com/a" },
        { "<url/><url></url><url><loc/></url><url><loc> </loc></url><url><loc>https://example.com/a</loc></url>", "https://example.com/a" },
        { "<url><i:image xmlns:i='urn:i'><i:loc>https://example.com/i.png</i:loc></i:image><loc>https://example.com/a</loc></url>", "https://example.com/a" },
        { "<other><url><loc>https://example.com/b</loc></url></other><url><loc>/a</loc></url>", "https://example.com/a" },
        { "<url><loc>https://example.com/é</loc></url>", "https://example.com/%C3%A9" },
    };

    public static TheoryData<string, string?> Moments => new()
    {
        { "2004", "2004-01-01T00:00:00Z" },
        { "2004-12", "2004-12-01T00:00:00Z" },
        { "2004-12-23", "2004-12-23T00:00:00Z" },
        { " 2004-12-23T18:00Z ", "2004-12-23T18:00:00Z" },
        { "2004-12-23T18:00:15+02:00", "2004-12-23T16:00:15Z" },
        { "2004-12-23T18:00:15.250-05:00", "2004-12-23T23:00:15.25Z" },
        { "2004-12-23T18:00:15", "2004-12-23T18:00:15Z" },
        { "18:00", null },
        { "yesterday", null },
        { "2004-13-45", null },
        { "", null },
    };

    public static TheoryData<string> NotSitemaps =>
    [
        "", "not xml", "{}", "<html><body/></html>", "<sitemap/>",
        "<!DOCTYPE urlset [<!ENTITY x 'y'>]><urlset><url><loc>https://example.com/&x;</loc></url></urlset>",
        "<!DOCTYPE urlset SYSTEM 'https://evil.example/x.dtd'><urlset/>",
        "<!DOCTYPE urlset [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><urlset><url><loc>&x;</loc></url></urlset>",
        "<urlset><url><loc>https://example.com/&nbsp;</loc></url></urlset>",
        "<?xml version='1.0' encoding='no-such-encoding'?><urlset/>",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Locations))]
    public async Task Locations_are_read(string entries, string expected)
    {
        using var handler = Serving($"<?xml version='1.0' encoding='UTF-8'?><!-- c --><?pi?><urlset xmlns='{Namespace}'>{entries}</urlset>");

        SitemapEntry entry = Assert.Single(await ReadAsync(handler));

        Assert.Equal(expected, entry.Location.AbsoluteUri);
    }

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task Last_modification_is_read_in_every_form(string text, string? expected)
    {
        using var handler = Serving($"<urlset><url><loc>https://example.com/</loc><lastmod>{text}</lastmod></url></urlset>");

        SitemapEntry entry = Assert.Single(await ReadAsync(handler));

        Assert.Equal(
            expected is null ? null : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime,
            entry.LastModified?.UtcDateTime);
    }

    [Fact]
    public async Task Prefixes_and_missing_namespaces_do_not_matter()
    {
        using var handler = Serving(
            $"<s:urlset xmlns:s='{Namespace}'><s:url><s:loc>https://example.com/1</s:loc></s:url>"
            + "<url><loc>https://example.com/2</loc></url></s:urlset>");

        Assert.Equal(["/1", "/2"], (await ReadAsync(handler)).Select(static entry => entry.Location.AbsolutePath), StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(NotSitemaps))]
    public async Task What_is_not_a_sitemap_is_a_typed_error(string body)
    {
        using var handler = Serving(body);

        var exception = await Assert.ThrowsAsync<SeoAuditSitemapException>(() => ReadAsync(handler));

        Assert.Contains(Address.AbsoluteUri, exception.Message, StringComparison.Ordinal);
        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData("<urlset><url><loc>https://example.com/1</loc></url><url><loc>https://exa")]
    [InlineData("<urlset><url><loc>https://example.com/1</loc></url><url>")]
    [InlineData("<urlset><url><loc>https://example.com/1</loc></url>")]
    [InlineData("<urlset><url><loc>https://example.com/1</loc></url><url></urlset>")]
    public async Task Entries_before_a_fault_come_before_it(string body)
    {
        using var handler = Serving(body);
        var read = new List<SitemapEntry>();

        await Assert.ThrowsAsync<SeoAuditSitemapException>(() => ReadAsync(handler, read));

        Assert.Equal("/1", Assert.Single(read).Location.AbsolutePath);
    }

    [Fact]
    public async Task A_missing_sitemap_is_not_found()
    {
        using var handler = new ScriptedHandler(static _ => new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent("no") });

        var exception = await Assert.ThrowsAsync<SeoAuditNotFoundException>(() => ReadAsync(handler));

        Assert.Equal((HttpStatusCode.NotFound, null), (exception.StatusCode, exception.Service));
    }

    [Theory]
    [InlineData("ftp://example.com/sitemap.xml")]
    [InlineData("https://u:p@example.com/sitemap.xml")]
    public void A_bad_address_is_refused_at_once(string address)
    {
        using var handler = Serving("<urlset/>");

        Assert.Throws<ArgumentException>(() => TestClient.Create(handler).ReadSitemapAsync(new Uri(address), Token));
        Assert.Throws<ArgumentException>(() => TestClient.Create(handler).ReadSitemapAsync(new Uri("/sitemap.xml", UriKind.Relative), Token));
        Assert.Throws<ArgumentNullException>(() => TestClient.Create(handler).ReadSitemapAsync(null!, Token));
    }

    [Theory]
    [InlineData("https://example.com/sitemap.xml")]
    [InlineData("https://seopeek.web.app/sitemap.xml")]
    [InlineData("https://seogent.ai/api/sitemap.xml")]
    [InlineData("https://app.metricspot.com/sitemap.xml")]
    public async Task No_key_is_sent_even_to_a_services_own_host(string address)
    {
        using var handler = Serving("<urlset/>");

        await foreach (SitemapEntry entry in TestClient.Create(handler).ReadSitemapAsync(new Uri(address), Token))
        {
            Assert.Fail($"{entry}");
        }

        Assert.Null(Assert.Single(handler.Requests).Key);
    }

    [Fact]
    public async Task No_key_is_sent_for_robots_txt_nor_for_what_it_leads_to()
    {
        using SitemapSite site = new SitemapSite()
            .With("https://seopeek.web.app/robots.txt", "Sitemap: https://seogent.ai/api/index.xml")
            .With("https://seogent.ai/api/index.xml", SitemapSite.Index("https://app.metricspot.com/api/sitemap.xml"))
            .With("https://app.metricspot.com/api/sitemap.xml", SitemapSite.UrlSet("/1"));

        Assert.Single(await site.ReadAsync("https://seopeek.web.app/"));

        Assert.Equal(3, site.Handler.Requests.Count);
        Assert.All(site.Handler.Requests, static request => Assert.Null(request.Key));
    }

    [Fact]
    public async Task Entries_come_before_the_body_has_ended()
    {
        var pipe = new Pipe();
        using var handler = new ScriptedHandler(_ => new HttpResponseMessage { Content = new StreamContent(pipe.Reader.AsStream()) });
        await using IAsyncEnumerator<SitemapEntry> entries = TestClient.Create(handler).ReadSitemapAsync(Address, Token).GetAsyncEnumerator(Token);

        await WriteAsync(pipe, "<urlset><url><loc>https://example.com/1</loc></url>");
        Assert.True(await entries.MoveNextAsync());
        Assert.Equal("/1", entries.Current.Location.AbsolutePath);

        await WriteAsync(pipe, "<url><loc>https://example.com/2</loc></url></urlset>");
        await pipe.Writer.CompleteAsync();
        Assert.True(await entries.MoveNextAsync());
        Assert.False(await entries.MoveNextAsync());
    }

    [Theory]
    [InlineData("<urlset>")]
    [InlineData("<urlset><url>")]
    [InlineData("<urlset><url><loc>https://exam")]
    [InlineData("<urlset><url><loc>https://example.com/</loc>")]
    public async Task Cancelling_ends_the_reading_wherever_it_stands(string begun)
    {
        using var cancellation = new CancellationTokenSource();
        var pipe = new Pipe();
        using var handler = new ScriptedHandler(_ => new HttpResponseMessage { Content = new StreamContent(pipe.Reader.AsStream()) });
        await WriteAsync(pipe, begun);
        Task<List<SitemapEntry>> read = ReadAsync(handler, cancellationToken: cancellation.Token);

        await cancellation.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
    }

    [Theory]
    [InlineData("<urlset><url>")]
    [InlineData("<urlset><url><loc>https://exam")]
    public async Task A_connection_lost_inside_an_entry_is_an_sdk_exception(string begun)
    {
        var pipe = new Pipe();
        using var handler = new ScriptedHandler(_ => new HttpResponseMessage { Content = new StreamContent(pipe.Reader.AsStream()) });
        await WriteAsync(pipe, begun);
        await pipe.Writer.CompleteAsync(new IOException("reset"));

        var exception = await Assert.ThrowsAsync<SeoAuditException>(() => ReadAsync(handler));

        Assert.True(exception.IsTransient);
    }

    private static async Task WriteAsync(Pipe pipe, string text) => await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(text), Token);

    private static ScriptedHandler Serving(string body) =>
        new(_ => new HttpResponseMessage { Content = new StringContent(body, Encoding.UTF8, "application/xml") });

    private static async Task<List<SitemapEntry>> ReadAsync(
        ScriptedHandler handler, List<SitemapEntry>? into = null, CancellationToken cancellationToken = default)
    {
        into ??= [];
        await foreach (SitemapEntry entry in TestClient.Create(handler).ReadSitemapAsync(Address, cancellationToken))
        {
            into.Add(entry);
        }

        return into;
    }
}
