namespace SeoAudit.Client.Sitemaps;

/// <summary>A sitemap that an index names.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Latest">The last moment that its date allows; null where it has none.</param>
internal readonly record struct SitemapChild(Uri Address, DateTimeOffset? Latest);
