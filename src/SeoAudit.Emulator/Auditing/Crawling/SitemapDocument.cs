namespace SeoAudit.Emulator.Auditing.Crawling;

/// <param name="Pages">The pages that a sitemap lists.</param>
/// <param name="Sitemaps">The sitemaps that an index lists.</param>
internal sealed record SitemapDocument(IReadOnlyList<Uri> Pages, IReadOnlyList<Uri> Sitemaps);
