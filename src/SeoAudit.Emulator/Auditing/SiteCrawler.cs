using System.Runtime.CompilerServices;
using SeoAudit.Emulator.Auditing.Crawling;
using SeoAudit.Emulator.Auditing.Fetching;

namespace SeoAudit.Emulator.Auditing;

/// <summary>Finds the pages of a site. The fetcher stays its owner's to dispose.</summary>
internal sealed class SiteCrawler(PageFetcher fetcher) : ISiteCrawler
{
    // Some path that no site has; the same one every time, so that runs can be compared.
    private const string MissingPath = "/seo-audit-page-that-does-not-exist-7f3a9c";

    private readonly RobotsReader _robots = new(fetcher);
    private readonly SitemapReader _sitemaps = new(fetcher);
    private readonly string _agent = RobotsTxt.ProductOf(fetcher.Options.UserAgent);

    public async IAsyncEnumerable<Uri> DiscoverAsync(
        Uri site, int maxPages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (maxPages <= 0)
            yield break;
        RobotsFile robots = await _robots.ReadAsync(site, cancellationToken).ConfigureAwait(false);
        RobotsGroup rules = robots.Rules.For(_agent);
        var found = new HashSet<string>(StringComparer.Ordinal);

        IAsyncEnumerable<Uri> listed = _sitemaps.ReadPagesAsync(SitemapsOf(site, robots), cancellationToken);
        await foreach (Uri page in listed.ConfigureAwait(false))
        {
            if (!SiteScope.IsSame(page, site) || !rules.Allows(page) || !found.Add(page.AbsoluteUri))
                continue;
            yield return page;
            if (found.Count == maxPages)
                yield break;
        }

        if (found.Count > 0)
            yield break;
        int count = 0;
        await foreach (Uri page in new LinkCrawl(fetcher, rules).RunAsync(site, cancellationToken).ConfigureAwait(false))
        {
            yield return page;
            if (++count == maxPages)
                yield break;
        }
    }

    public async Task<IReadOnlyList<CheckResult>> CheckSiteAsync(Uri site, CancellationToken cancellationToken)
    {
        RobotsFile robots = await _robots.ReadAsync(site, cancellationToken).ConfigureAwait(false);
        Uri? sitemap = await FindSitemapAsync(site, robots, cancellationToken).ConfigureAwait(false);
        int? missing = await StatusOfMissingPageAsync(site, cancellationToken).ConfigureAwait(false);
        return SiteChecks.Run(new SiteFacts(site, robots, sitemap, missing));
    }

    private async Task<Uri?> FindSitemapAsync(Uri site, RobotsFile robots, CancellationToken cancellationToken)
    {
        const int mostTried = 10;
        foreach (Uri address in SitemapsOf(site, robots).Append(new Uri(site, "/sitemap.xml")).Distinct().Take(mostTried))
        {
            if (await _sitemaps.ReadAsync(address, cancellationToken).ConfigureAwait(false) is not null)
                return address;
        }

        return null;
    }

    private async Task<int?> StatusOfMissingPageAsync(Uri site, CancellationToken cancellationToken)
    {
        try
        {
            return await fetcher.FetchStatusAsync(new Uri(site, MissingPath), cancellationToken).ConfigureAwait(false);
        }
        catch (PageFetchException)
        {
            return null;
        }
    }

    private static IEnumerable<Uri> SitemapsOf(Uri site, RobotsFile robots) => robots.Rules.Sitemaps
        .Select(text => Uri.TryCreate(site, text, out Uri? address) && SiteScope.IsWeb(address) ? address : null)
        .OfType<Uri>();
}
