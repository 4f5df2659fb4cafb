namespace SeoAudit.Client;

/// <summary>A page that a sitemap lists. Source: the sitemaps.org protocol.</summary>
/// <param name="Location">The page's address (<c>loc</c>).</param>
public sealed record SitemapEntry(Uri Location)
{
    /// <summary>When the page was last changed, by its own account (<c>lastmod</c>); null where it is missing or cannot be read.</summary>
    public DateTimeOffset? LastModified { get; init; }
}
