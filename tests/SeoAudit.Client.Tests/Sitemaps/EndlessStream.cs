using System.Text;

namespace SeoAudit.Client.Tests.Sitemaps;

/// <summary>A sitemap without an end, which counts what is read of it.</summary>
internal sealed class EndlessStream(bool isXml) : MemoryStream
{
    private readonly byte[] _entry = Encoding.UTF8.GetBytes(isXml ? "<url><loc>https://example.com/p</loc></url>\n" : "https://example.com/p\n");
    private readonly byte[] _start = Encoding.UTF8.GetBytes(isXml ? "<urlset>" : string.Empty);

    public long Given { get; private set; }

    public bool IsDisposed { get; private set; }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        for (var index = 0; index < buffer.Length; index++, Given++)
        {
            buffer.Span[index] = Given < _start.Length ? _start[Given] : _entry[(Given - _start.Length) % _entry.Length];
        }

        return new ValueTask<int>(buffer.Length);
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
