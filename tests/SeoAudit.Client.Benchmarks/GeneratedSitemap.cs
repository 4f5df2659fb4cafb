using System.Globalization;
using System.Text;

namespace SeoAudit.Client.Benchmarks;

/// <summary>A <c>urlset</c> that is made while it is read, so that what is measured is what reading holds.</summary>
internal sealed class GeneratedSitemap(int first, int entries) : Stream
{
    private byte[] _piece = [];
    private int _at;
    private int _next = -1;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public static byte[] Bytes(int entries)
    {
        using var all = new MemoryStream();
        using var source = new GeneratedSitemap(first: 0, entries);
        source.CopyTo(all);
        return all.ToArray();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_at == _piece.Length)
        {
            _piece = NextPiece();
            _at = 0;
        }

        int count = Math.Min(buffer.Length, _piece.Length - _at);
        _piece.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private byte[] NextPiece()
    {
        const int EntriesAPiece = 100;
        var text = new StringBuilder();
        if (_next < 0)
        {
            _next = 0;
            text.Append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        }

        int until = Math.Min(entries, _next + EntriesAPiece);
        if (_next > entries)
        {
            return [];
        }

        for (; _next < until; _next++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  <url>\n    <loc>https://www.example.com/catalogue/shoes/article-{first + _next}.html</loc>\n    <lastmod>2026-0{1 + (_next % 9)}-1{_next % 10}</lastmod>\n    <changefreq>weekly</changefreq>\n    <priority>0.{_next % 10}</priority>\n  </url>\n");
        }

        if (_next == entries)
        {
            text.Append("</urlset>\n");
            _next++;
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
