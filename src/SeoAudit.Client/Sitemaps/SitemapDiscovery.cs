using SeoAudit.Client.Http;

namespace SeoAudit.Client.Sitemaps;

/// <summary>Finds a site's sitemaps: those that its robots.txt names, else <c>/sitemap.xml</c>.</summary>
internal static class SitemapDiscovery
{
    /// <param name="downloader">Gets the robots.txt.</param>
    /// <param name="address">A sitemap, or a bare site address: without path and query.</param>
    /// <param name="options">Who is told of faults.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public static async ValueTask<IReadOnlyList<SitemapSource>> FindAsync(
        IPublicDownloader downloader, Uri address, SitemapOptions options, CancellationToken cancellationToken)
    {
        if (address.PathAndQuery != "/")
        {
            return [new SitemapSource(address, Depth: 0)];
        }

        List<SitemapChild> named = await NamedAsync(downloader, new Uri(address, "/robots.txt"), options, cancellationToken).ConfigureAwait(false);
        return named.Count > 0
            ? [.. named.Select(static sitemap => sitemap.Address).Distinct().Select(static sitemap => new SitemapSource(sitemap, Depth: 0))]
            : [new SitemapSource(new Uri(address, "/sitemap.xml"), Depth: 0)];
    }

    private static async Task<List<SitemapChild>> NamedAsync(
        IPublicDownloader downloader, Uri address, SitemapOptions options, CancellationToken cancellationToken)
    {
        try
        {
            Download robots = await downloader.GetSitemapAsync(address, cancellationToken).ConfigureAwait(false);
            await using (robots.Content.ConfigureAwait(false))
            {
                return await RobotsSitemaps.ReadAsync(robots.Content, new SitemapOrigin(robots.Address, options), cancellationToken).ConfigureAwait(false);
            }
        }
        catch (SeoAuditException exception) when ((int?)exception.StatusCode is >= 400 and < 500 and not 429)
        {
            // RFC 9309 takes a robots.txt that is refused for one that says nothing.
            return [];
        }
    }
}
