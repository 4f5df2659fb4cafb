using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;

namespace SeoAudit.Client;

/// <summary>SEOPeek, SEOgent and MetricSpot behind one client, and what goes across them.</summary>
/// <remarks>
/// Safe for concurrent use; register once and share. Members may be added, so implement it only in tests. Everything but bad
/// arguments (<see cref="ArgumentException"/>) and the caller's cancellation (<see cref="OperationCanceledException"/>) is thrown
/// as <see cref="SeoAuditException"/> or a type derived from it.
/// </remarks>
public interface ISeoAuditClient
{
    /// <summary>The client of SEOPeek.</summary>
    ISeoPeekClient SeoPeek { get; }

    /// <summary>The client of SEOgent.</summary>
    ISeogentClient Seogent { get; }

    /// <summary>The client of MetricSpot.</summary>
    IMetricSpotClient MetricSpot { get; }

    /// <summary>Audits one page and waits for the result, by whichever service is chosen.</summary>
    /// <param name="url">
    /// The page: absolute, http or https, without a user name, at most 2,048 characters (MetricSpot: 2,000). It is sent in its
    /// canonical form by RFC 3986: an international host in punycode, all that is not ASCII escaped, no fragment.
    /// <see cref="PageAudit.Url"/> is the one given here.
    /// </param>
    /// <param name="options">Which service, and how; null for SEOPeek.</param>
    /// <param name="cancellationToken">Cancels the call and the wait; an audit that is already queued goes on.</param>
    /// <returns>The audit in the common vocabulary.</returns>
    /// <exception cref="ArgumentException"><paramref name="url"/> is not such a URL.</exception>
    /// <exception cref="SeoAuditException">The audit failed; <see cref="SeoAuditException.OperationId"/> is set once one was queued.</exception>
    Task<PageAudit> AuditPageAsync(Uri url, PageAuditOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Audits many pages with any of the services, a few at a time, and hands out one outcome for every distinct URL.</summary>
    /// <param name="urls">
    /// The pages; read as they are needed, never held as a whole. They are normalised before they are sent; one that comes again is
    /// left out; one that is no http(s) URL, has a user name, or is longer than 2,048 characters is a failed outcome.
    /// </param>
    /// <param name="options">Which service, how many at a time, and all else; null for SEOPeek, five at a time, in order of completion.</param>
    /// <param name="cancellationToken">Cancels all that is in flight.</param>
    /// <returns>
    /// The outcomes. A page that cannot be audited is an outcome with an error, not an exception. Leaving the loop cancels what is
    /// in flight. An exception from <paramref name="urls"/> comes out after the outcomes of the pages read before it; one from
    /// <see cref="BulkAuditOptions.Progress"/> after the outcome that it was told of.
    /// </returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="SeoAuditJournalException">The journal cannot be used.</exception>
    IAsyncEnumerable<PageAuditOutcome> AuditPagesAsync(
        IAsyncEnumerable<Uri> urls, BulkAuditOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Audits one page with every service that has what it needs to be called, side by side and at the same time.</summary>
    /// <param name="url">The page: absolute, http or https.</param>
    /// <param name="options">How; the service in them does not count. Null for the defaults.</param>
    /// <param name="cancellationToken">Cancels all calls and waits; audits that are already queued go on.</param>
    /// <returns>One outcome for each service: SEOPeek always, the others where they have a key. One that fails does not keep the others back.</returns>
    /// <exception cref="ArgumentException"><paramref name="url"/> is not an absolute http(s) URL.</exception>
    Task<ServiceComparison> CompareServicesAsync(
        Uri url, PageAuditOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads the pages that a sitemap lists, as they arrive: a <c>urlset</c>, an index with all that it leads to, a text file of
    /// addresses, an RSS or Atom feed, or any of them as a gzip file. What it is shows in its content, whatever its name or content
    /// type. No key is ever sent to the sitemap's host.
    /// </summary>
    /// <param name="sitemap">
    /// The sitemap's address: absolute, http or https. A bare site address, such as <c>https://example.com/</c>, stands for the
    /// sitemaps that the site's <c>robots.txt</c> names, or else <c>/sitemap.xml</c>.
    /// </param>
    /// <param name="options">Limits and filters, and who is told of faults; null for the protocol's limits and no filter.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>
    /// The entries in order. Broken ones are left out, and reported to <see cref="SitemapOptions.Faults"/>. Where an index names a
    /// sitemap that cannot be read, its siblings still are; the exception comes after them.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="sitemap"/> is not an absolute http(s) URL, or an option is out of its range.</exception>
    /// <exception cref="SeoAuditSitemapException">What was found is not a sitemap, is broken or passes a limit, or sitemaps that it names were not read; thrown after the entries that were.</exception>
    /// <exception cref="SeoAuditException">The sitemap could not be got.</exception>
    IAsyncEnumerable<SitemapEntry> ReadSitemapAsync(
        Uri sitemap, SitemapOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads the pages that a sitemap lists from a stream, as it is read; otherwise like reading from an address. Nothing is asked
    /// for over the network unless <see cref="SitemapOptions.BaseAddress"/> is set, and then only what an index names.
    /// </summary>
    /// <param name="content">The sitemap's bytes, from where the stream stands. It is read once, asynchronously, and stays open.</param>
    /// <param name="options">Limits and filters, the content's address, and who is told of faults; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The entries in order; to be enumerated once.</returns>
    /// <exception cref="ArgumentException"><paramref name="content"/> cannot be read, or an option is out of its range.</exception>
    /// <exception cref="SeoAuditSitemapException">The content is not a sitemap, is broken, passes a limit, or is an index without a base address; thrown after the entries before the fault.</exception>
    /// <exception cref="SeoAuditException">The stream failed.</exception>
    IAsyncEnumerable<SitemapEntry> ReadSitemapAsync(
        Stream content, SitemapOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Says what is left of the account's allowance of audits at a service, without asking it.</summary>
    /// <param name="service">The service.</param>
    /// <returns>What the service said last, or else what this client counted; members are null where nothing is known.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="service"/> is none of the services.</exception>
    /// <exception cref="SeoAuditException">The settings cannot be read.</exception>
    AuditQuota GetQuota(AuditService service);
}
