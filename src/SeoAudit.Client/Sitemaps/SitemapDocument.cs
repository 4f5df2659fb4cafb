using System.IO.Compression;

namespace SeoAudit.Client.Sitemaps;

/// <summary>One sitemap as it is read, entry by entry, whatever its format.</summary>
internal abstract class SitemapDocument : IAsyncDisposable
{
    private const byte Gzip1 = 0x1F;
    private const byte Gzip2 = 0x8B;

    /// <summary>The entry that was read last.</summary>
    public SitemapEntry Current { get; protected set; } = null!;

    /// <summary>The last moment that the current entry's date allows; null where it has none.</summary>
    public DateTimeOffset? Latest { get; protected set; }

    /// <summary>The sitemaps that it names, if it is an index; complete when all of it is read.</summary>
    public List<SitemapChild> Children { get; } = [];

    /// <summary>Opens a sitemap by what its first bytes are; what its name or content type say does not matter.</summary>
    /// <param name="content">Its bytes as they came; closed with the document, or at once where it cannot be opened.</param>
    /// <param name="origin">Where they came from.</param>
    /// <param name="options">The bounds.</param>
    /// <param name="cancellationToken">For every read of the content.</param>
    public static async ValueTask<SitemapDocument> OpenAsync(
        Stream content, SitemapOrigin origin, SitemapOptions options, CancellationToken cancellationToken)
    {
        var packed = new PeekStream(content, cancellationToken);
        Stream owned = packed;
        try
        {
            BoundedStream unpacked = await UnpackAsync(packed, origin, options).ConfigureAwait(false);
            var peek = new PeekStream(unpacked, cancellationToken);
            owned = peek;
            SitemapHead head = await SitemapHead.ReadAsync(peek).ConfigureAwait(false);
            if (head.IsEmpty || head.IsHtml)
            {
                throw origin.Broken(head.IsEmpty ? "it is empty" : "it is an HTML page");
            }

            return head.IsXml ? new XmlSitemap(peek, head, origin, options) : new TextSitemap(peek, unpacked, head, origin, options);
        }
        catch
        {
            await owned.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Reads on to the next entry; false at the end.</summary>
    /// <exception cref="SeoAuditSitemapException">The rest cannot be read.</exception>
    public abstract ValueTask<bool> ReadAsync();

    public abstract ValueTask DisposeAsync();

    private static async ValueTask<BoundedStream> UnpackAsync(PeekStream packed, SitemapOrigin origin, SitemapOptions options)
    {
        while (packed.Peeked.Length < 2 && await packed.PeekAsync().ConfigureAwait(false))
        {
            // Two bytes tell.
        }

        return packed.Peeked is [Gzip1, Gzip2, ..]
            ? new BoundedStream(new GZipStream(packed, CompressionMode.Decompress), packed, origin, options)
            : new BoundedStream(packed, packed: null, origin, options);
    }
}
