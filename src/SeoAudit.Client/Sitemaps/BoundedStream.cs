using SeoAudit.Client.Streaming;

namespace SeoAudit.Client.Sitemaps;

/// <summary>The content of a sitemap, unpacked, within the bounds of its size and of what its packing may have hidden.</summary>
/// <param name="content">The unpacked content.</param>
/// <param name="packed">Where it is unpacked from; null where it came as it is.</param>
/// <param name="origin">Words what is wrong.</param>
/// <param name="options">The bounds.</param>
internal sealed class BoundedStream(Stream content, PeekStream? packed, SitemapOrigin origin, SitemapOptions options)
    : OwningStream(content)
{
    private const long RatioFrom = 1024 * 1024;

    private long _read;

    /// <summary>
    /// Whether a gzip file that was read to its end is only part of one. Its last bytes say how much it, or its last part, unpacks to;
    /// the platform does not look at them.
    /// </summary>
    public bool IsCutOff => packed is not null && packed.Tail > _read;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read;
        try
        {
            read = await Source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException exception) when (packed is not null)
        {
            throw origin.Broken("its gzip compression is broken or cut off", exception);
        }

        _read += read;
        if (_read > options.MaxBytesPerSitemap)
        {
            throw origin.Broken(
                $"it is larger than the {options.MaxBytesPerSitemap} bytes that {nameof(SitemapOptions.MaxBytesPerSitemap)} allows");
        }

        return packed is not null && _read > RatioFrom && _read / packed.Taken >= options.MaxCompressionRatio
            ? throw origin.Broken(
                $"it unpacks to more than {options.MaxCompressionRatio} times its size, which {nameof(SitemapOptions.MaxCompressionRatio)} forbids")
            : read;
    }
}
