using SeoAudit.Client.Urls;

namespace SeoAudit.Client;

/// <summary>Other inputs for <see cref="ISeoAuditClient"/>.</summary>
public static class SeoAuditClientExtensions
{
    /// <summary>Audits the given pages; see <see cref="ISeoAuditClient.AuditPagesAsync"/>.</summary>
    /// <param name="client">The client.</param>
    /// <param name="urls">The pages; read as they are needed.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels all that is in flight.</param>
    /// <returns>One outcome for every URL.</returns>
    public static IAsyncEnumerable<PageAuditOutcome> AuditPagesAsync(
        this ISeoAuditClient client, IEnumerable<Uri> urls, BulkAuditOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(urls);
        return client.AuditPagesAsync(UrlStream.Of(urls), options, cancellationToken);
    }

    /// <summary>Audits the pages of a sitemap; see <see cref="ISeoAuditClient.AuditPagesAsync"/>.</summary>
    /// <param name="client">The client.</param>
    /// <param name="sitemap">The entries, from <see cref="ISeoAuditClient.ReadSitemapAsync(Uri, SitemapOptions?, CancellationToken)"/>.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels all that is in flight.</param>
    /// <returns>One outcome for every entry.</returns>
    public static IAsyncEnumerable<PageAuditOutcome> AuditPagesAsync(
        this ISeoAuditClient client,
        IAsyncEnumerable<SitemapEntry> sitemap,
        BulkAuditOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(sitemap);
        return client.AuditPagesAsync(UrlStream.Of(sitemap, cancellationToken), options, cancellationToken);
    }

    /// <summary>Reads a sitemap with the default options; see <see cref="ISeoAuditClient.ReadSitemapAsync(Uri, SitemapOptions?, CancellationToken)"/>.</summary>
    /// <param name="client">The client.</param>
    /// <param name="sitemap">The sitemap's address, or a bare site address.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The entries in order.</returns>
    public static IAsyncEnumerable<SitemapEntry> ReadSitemapAsync(
        this ISeoAuditClient client, Uri sitemap, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.ReadSitemapAsync(sitemap, options: null, cancellationToken);
    }
}
