namespace SeoAudit.Client;

/// <summary>
/// A sitemap was got but is broken: not a sitemap, not well-formed, over a limit; or an index or <c>robots.txt</c> names sitemaps that
/// were not read (<see cref="UnreadSitemaps"/>). Thrown after every entry that could be read.
/// </summary>
public sealed class SeoAuditSitemapException : SeoAuditException
{
    /// <inheritdoc/>
    public SeoAuditSitemapException()
    {
    }

    /// <inheritdoc/>
    public SeoAuditSitemapException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public SeoAuditSitemapException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The broken sitemap, or the one that reading began with; null for a stream without <see cref="SitemapOptions.BaseAddress"/>.</summary>
    public Uri? Sitemap { get; init; }

    /// <summary>The line of the fault, from 1; 0 where it is not known.</summary>
    public int LineNumber { get; init; }

    /// <summary>The column of the fault, from 1; 0 where it is not known.</summary>
    public int LinePosition { get; init; }

    /// <summary>How many entries of the broken sitemap were read before, filtered ones and broken ones included; with <see cref="UnreadSitemaps"/>, of all sitemaps.</summary>
    public long EntriesRead { get; init; }

    /// <summary>The sitemaps that were not read, or not to their end, with why; empty where the first sitemap itself is broken.</summary>
    public IReadOnlyList<SitemapFault> UnreadSitemaps { get; init; } = [];
}
