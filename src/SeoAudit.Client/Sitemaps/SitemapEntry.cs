namespace SeoAudit.Client;

/// <summary>A page that a sitemap, or an RSS or Atom feed in its place, lists. Source: the sitemaps.org protocol.</summary>
/// <param name="Location">The page's address (<c>loc</c>; <c>link</c> in feeds): absolute, http or https.</param>
public sealed record SitemapEntry(Uri Location)
{
    /// <summary>
    /// When the page was last changed, by its own account (<c>lastmod</c>; <c>pubDate</c> in RSS, <c>updated</c> in Atom); null where
    /// it is missing or cannot be read. A day, month or year alone is its first moment in UTC.
    /// </summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>How often the page is said to change (<c>changefreq</c>); null where nothing is said.</summary>
    public ChangeFrequency? ChangeFrequency { get; init; }

    /// <summary>
    /// How important the page is beside the site's other pages (<c>priority</c>), 0 to 1; null where it is missing, cannot be read or
    /// is out of that range. The protocol takes a missing one for 0.5.
    /// </summary>
    public double? Priority { get; init; }

    /// <summary>The same page in other languages (<c>xhtml:link</c>); empty where none are named.</summary>
    public IReadOnlyList<SitemapAlternate> Alternates { get; init; } = [];

    /// <summary>The sitemap that lists the page, after redirects; null for one read from a stream without <see cref="SitemapOptions.BaseAddress"/>.</summary>
    public Uri? Sitemap { get; init; }
}
