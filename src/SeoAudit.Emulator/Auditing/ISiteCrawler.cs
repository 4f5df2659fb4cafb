namespace SeoAudit.Emulator.Auditing;

/// <summary>Finds the pages of a site.</summary>
internal interface ISiteCrawler
{
    /// <summary>
    /// Finds pages as SEOgent documents it: from the sitemaps that robots.txt names (nested indexes followed), else from the
    /// home page along internal links, until <paramref name="maxPages"/> or no new address. Addresses that robots.txt
    /// disallows are left out.
    /// </summary>
    IAsyncEnumerable<Uri> DiscoverAsync(Uri site, int maxPages, CancellationToken cancellationToken);

    /// <summary>Checks that belong to the site as a whole: robots.txt, sitemap and the like.</summary>
    Task<IReadOnlyList<CheckResult>> CheckSiteAsync(Uri site, CancellationToken cancellationToken);
}
