namespace SeoAudit.Client.Sitemaps;

/// <summary>Where the entries of an XML format lie. Names are compared without their namespaces, which are often wrong or missing.</summary>
/// <param name="Entry">The element of an entry.</param>
/// <param name="Depth">How deep it lies.</param>
/// <param name="IsIndex">Whether the entries are sitemaps.</param>
/// <param name="IsFeed">Whether addresses are in <c>link</c> elements.</param>
internal sealed record SitemapFormat(string Entry, int Depth, bool IsIndex = false, bool IsFeed = false)
{
    private static readonly SitemapFormat UrlSet = new("url", 1);
    private static readonly SitemapFormat Index = new("sitemap", 1, IsIndex: true);
    private static readonly SitemapFormat Rss = new("item", 2, IsFeed: true);
    private static readonly SitemapFormat Rss1 = new("item", 1, IsFeed: true);
    private static readonly SitemapFormat Atom = new("entry", 1, IsFeed: true);

    /// <summary>The format with the given root; null where none has it.</summary>
    public static SitemapFormat? Of(string root) => root switch
    {
        "urlset" => UrlSet,
        "sitemapindex" => Index,
        "rss" => Rss,
        "RDF" => Rss1,
        "feed" => Atom,
        _ => null,
    };
}
