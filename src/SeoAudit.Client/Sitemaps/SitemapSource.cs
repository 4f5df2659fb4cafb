namespace SeoAudit.Client.Sitemaps;

/// <summary>A sitemap that is to be read.</summary>
/// <param name="Address">Where it is; null for a stream without a base.</param>
/// <param name="Depth">How many indexes lie above it.</param>
/// <param name="Content">The caller's stream; null where it has to be got.</param>
internal readonly record struct SitemapSource(Uri? Address, int Depth, Stream? Content = null);
