namespace SeoAudit.Client;

/// <summary>What a <see cref="SitemapFault"/> cost.</summary>
public enum SitemapFaultKind
{
    /// <summary>An entry was left out: it has no address, or none that is absolute http(s) or can be made so, or a longer one than 16,384 characters.</summary>
    Entry,

    /// <summary>One value of an entry was left out, e.g. a date that cannot be read, or a text of more than 16,384 characters; the entry itself was not.</summary>
    Value,

    /// <summary>
    /// A sitemap that an index or <c>robots.txt</c> names was not read, or not to its end. Its siblings are; then a
    /// <see cref="SeoAuditSitemapException"/> names all such sitemaps.
    /// </summary>
    Sitemap,
}
