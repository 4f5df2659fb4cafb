using System.Text;
using SeoAudit.Client.Http;
using SeoAudit.Client.Sitemaps;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Sitemaps;

/// <summary>However few bytes come at first, what they say is the same.</summary>
public sealed class ByteByByteTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(int.MaxValue)]
    public async Task A_robots_txt_with_a_byte_order_mark(int piece)
    {
        byte[] robots = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Sitemap: https://example.com/a.xml")];
        using var stream = new PieceStream(robots, piece);

        List<SitemapChild> found = await RobotsSitemaps.ReadAsync(
            stream, new SitemapOrigin(new Uri("https://example.com/robots.txt"), new SitemapOptions()), TestContext.Current.CancellationToken);

        Assert.Equal("https://example.com/a.xml", Assert.Single(found).Address.AbsoluteUri);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public async Task Text_with_a_mark_after_white_space_is_no_text_in_another_encoding(int piece)
    {
        byte[] text = [.. "  "u8, .. Encoding.Unicode.GetPreamble(), .. "\nhttps://example.com/1\n"u8];
        using var stream = new PieceStream(text, piece);

        Assert.Equal(["/1"], SitemapSite.Paths(await SitemapSite.ReadAsync(stream)), StringComparer.Ordinal);
    }

    private sealed class PieceStream(byte[] content, int piece) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
    }
}
