namespace SeoAudit.Client;

/// <summary>How a sitemap is read: its limits, which entries are handed out, and who is told of faults.</summary>
public sealed record SitemapOptions
{
    /// <summary>How many indexes may lie between the first sitemap and one that lists pages; 0 to 10.</summary>
    /// <value>3 by default. The protocol itself allows 1. With 0 no index is followed.</value>
    public int MaxDepth { get; init; } = 3;

    /// <summary>How many sitemaps are asked for at most, indexes included; 1 to 1,000,000. One that is named twice is read once.</summary>
    /// <value>50,000 by default, which is how many the protocol allows an index to name.</value>
    public int MaxSitemaps { get; init; } = 50_000;

    /// <summary>How many entries one sitemap may have; 1 to 1,000,000,000. One with more is broken after that many.</summary>
    /// <value>50,000 by default, which is what the protocol allows.</value>
    public int MaxUrlsPerSitemap { get; init; } = 50_000;

    /// <summary>How large one sitemap may be, in bytes after decompression; 1 KiB to 1 TiB. A larger one is broken from there on.</summary>
    /// <value>50 MiB (52,428,800 bytes) by default, which is what the protocol allows.</value>
    public long MaxBytesPerSitemap { get; init; } = 50 * 1024 * 1024;

    /// <summary>
    /// How many times its own size a gzip file may unpack to, looked at from 1 MiB on; 1 to 1,032, which is the most that gzip can do.
    /// A file that passes it is taken for a decompression bomb.
    /// </summary>
    /// <value>200 by default; sitemaps reach 10 to 50.</value>
    public int MaxCompressionRatio { get; init; } = 200;

    /// <summary>
    /// The address that a stream's content came from. Relative addresses are resolved against it, and with it an index in the stream
    /// is followed. Only for streams.
    /// </summary>
    /// <value>
    /// <see langword="null"/> by default: nothing is asked for over the network; an index is a
    /// <see cref="SeoAuditSitemapException"/>, and an entry with a relative address is broken.
    /// </value>
    public Uri? BaseAddress { get; init; }

    /// <summary>
    /// Hands out only entries that may have changed at or after this moment: <c>lastmod</c> is not earlier, or is not said. A day
    /// alone counts to its end. Sitemaps for which an index names an earlier <c>lastmod</c> are not asked for.
    /// </summary>
    /// <value><see langword="null"/> by default: all entries.</value>
    public DateTimeOffset? ModifiedSince { get; init; }

    /// <summary>
    /// Hands out only entries on these hosts, e.g. <c>www.example.com</c>, or <c>*.example.com</c> for all hosts below one. Without
    /// regard to case; ports do not matter.
    /// </summary>
    /// <value>Empty by default: any host. Which sitemaps an index leads to is not restricted by it.</value>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>
    /// Hands out only entries whose path and query match one of these, in the pattern language of <c>robots.txt</c> (RFC 9309): a
    /// prefix such as <c>/blog/</c>, in which <c>*</c> stands for any characters and a last <c>$</c> for the end. Case matters.
    /// </summary>
    /// <value>Empty by default: any path.</value>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Leaves out entries whose path and query match one of these, even where <see cref="Include"/> names them; the same pattern language.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Is told everything that was left out because it could not be read, while the reading goes on. What it throws ends the reading.</summary>
    /// <value><see langword="null"/> by default: broken entries are left out silently; sitemaps that were not read are thrown at the end all the same.</value>
    public IProgress<SitemapFault>? Faults { get; init; }
}
