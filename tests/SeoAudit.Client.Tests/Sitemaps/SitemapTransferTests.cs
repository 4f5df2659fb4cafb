using System.IO.Compression;
using System.Text;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Sitemaps;

public sealed class SitemapTransferTests
{
    private const string Body = "<urlset><url><loc>https://example.com/1</loc></url></urlset>";

    [Fact]
    public async Task A_compressed_answer_is_unpacked()
    {
        await using var server = new LoopbackServer(static _ => LoopbackServer.Answer("200 OK", "Content-Encoding: gzip\r\n", Gzip(Body)));

        Assert.Single(await ReadAsync(server.Address));
        Assert.Contains("Accept-Encoding:", server.Requests[0], StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_broken_compression_is_a_typed_error(string encoding)
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer("200 OK", $"Content-Encoding: {encoding}\r\n", Body));

        await Assert.ThrowsAsync<SeoAuditResponseException>(() => ReadAsync(server.Address));
    }

    [Fact]
    public async Task A_bomb_is_cut_off_at_the_size_limit()
    {
        // White space of all kinds, which packs no better than an honest sitemap does.
        var space = new string(new Random(1).GetItems([' ', '\t', '\n'], 1024 * 1024));
        byte[] bomb = Gzip("<urlset>" + string.Concat(Enumerable.Repeat(space, 51)) + "</urlset>");
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer("200 OK", "Content-Encoding: gzip\r\n", bomb));

        await Assert.ThrowsAsync<SeoAuditSitemapException>(() => ReadAsync(server.Address));
    }

    [Fact]
    public async Task A_bomb_out_of_all_proportion_is_cut_off_long_before_the_size_limit()
    {
        byte[] bomb = Gzip("<urlset>" + new string(' ', 4 * 1024 * 1024) + "</urlset>", CompressionLevel.SmallestSize);
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer("200 OK", "Content-Encoding: gzip\r\n", bomb));

        var exception = await Assert.ThrowsAsync<SeoAuditResponseException>(() => ReadAsync(server.Address));

        Assert.Contains("200 times its size", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirects_are_followed_without_a_key()
    {
        await using var server = new LoopbackServer(static head => head.StartsWith("GET /moved", StringComparison.Ordinal)
            ? LoopbackServer.Answer("200 OK", body: Body)
            : LoopbackServer.Answer("301 Moved Permanently", "Location: /moved.xml\r\n"));

        Assert.Single(await ReadAsync(server.Address));

        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, static head =>
        {
            Assert.DoesNotContain("Authorization", head, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("x-api-key", head, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task Five_redirects_are_followed_and_endless_ones_are_an_sdk_exception()
    {
        await using var server = new LoopbackServer(static _ => LoopbackServer.Answer("302 Found", "Location: /again.xml\r\n"));

        var exception = await Assert.ThrowsAsync<SeoAuditResponseException>(() => ReadAsync(server.Address));
        Assert.Contains("redirects too often", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1 + 5, server.Requests.Count);
    }

    private static async Task<List<SitemapEntry>> ReadAsync(Uri server)
    {
        var entries = new List<SitemapEntry>();
        await foreach (SitemapEntry entry in TestClient.Create(server).ReadSitemapAsync(new Uri(server, "sitemap.xml"), TestContext.Current.CancellationToken))
        {
            entries.Add(entry);
        }

        return entries;
    }

    private static byte[] Gzip(string text, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, level))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
