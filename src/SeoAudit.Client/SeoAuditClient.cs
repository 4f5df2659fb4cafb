using System.Runtime.CompilerServices;
using SeoAudit.Client.Bulk;
using SeoAudit.Client.Caching;
using SeoAudit.Client.DependencyInjection;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Pages;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Sitemaps;

namespace SeoAudit.Client;

/// <summary>The <see cref="ISeoAuditClient"/>. Apps get it from <c>AddSeoAudit()</c>; scripts from <see cref="Create"/>.</summary>
public sealed class SeoAuditClient : ISeoAuditClient, IDisposable
{
    private readonly IPageAuditor[] _auditors;
    private readonly SitemapReader _sitemaps;
    private readonly AuditCache? _cache;
    private readonly IDisposable? _owned;

    internal SeoAuditClient(ClientSet clients, AuditCache? cache = null, IDisposable? owned = null)
    {
        SeoPeek = clients.SeoPeek;
        Seogent = clients.Seogent;
        MetricSpot = clients.MetricSpot;
        _auditors = [new SeoPeekPageAuditor(SeoPeek), new SeogentPageAuditor(Seogent), new MetricSpotPageAuditor(MetricSpot)];
        _sitemaps = new SitemapReader(clients.Downloader);
        _cache = cache;
        _owned = owned;
    }

    /// <inheritdoc/>
    public ISeoPeekClient SeoPeek { get; }

    /// <inheritdoc/>
    public ISeogentClient Seogent { get; }

    /// <inheritdoc/>
    public IMetricSpotClient MetricSpot { get; }

    /// <summary>Creates a client without a container, with its own connections. Create one and share it; dispose it at the end.</summary>
    /// <param name="options">
    /// The settings, read on every request, so that a key can be changed later; null to read environment variables such as
    /// <c>SeoAudit__Seogent__ApiToken</c>.
    /// </param>
    /// <returns>The client.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is out of its range; the message names all that are.</exception>
    public static SeoAuditClient Create(SeoAuditOptions? options = null) => StandaloneClient.Create(options);

    /// <inheritdoc/>
    public Task<PageAudit> AuditPageAsync(Uri url, PageAuditOptions? options = null, CancellationToken cancellationToken = default)
    {
        Validation.Require.HttpUrl(url);
        options ??= new PageAuditOptions();
        IPageAuditor auditor = Auditor(options.Service);
        return _cache is null
            ? auditor.AuditAsync(url, options, cancellationToken)
            : _cache.GetOrAuditAsync(
                new AuditCacheKey(options.Service, url, options.Performance, options.Accessibility),
                options.Cache,
                stop => auditor.AuditAsync(url, options, stop),
                cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<PageAuditOutcome> AuditPagesAsync(
        IAsyncEnumerable<Uri> urls, BulkAuditOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(urls);
        BulkAuditOptions checkedOptions = BulkAuditRules.Check(options);
        return RunAsync(cancellationToken);

        // Each enumeration is a run of its own.
        async IAsyncEnumerable<PageAuditOutcome> RunAsync([EnumeratorCancellation] CancellationToken stop)
        {
            using var run = new BulkAudit(Auditor(AuditService.SeoPeek), checkedOptions);
            await foreach (PageAuditOutcome outcome in run.RunAsync(urls, stop).ConfigureAwait(false))
            {
                yield return outcome;
            }
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<SitemapEntry> ReadSitemapAsync(Uri sitemap, CancellationToken cancellationToken = default) =>
        _sitemaps.ReadAsync(sitemap, cancellationToken);

    /// <summary>Closes the connections of a client made by <see cref="Create"/>; does nothing to one that a container made.</summary>
    public void Dispose() => _owned?.Dispose();

    private IPageAuditor Auditor(AuditService service)
    {
        foreach (IPageAuditor auditor in _auditors)
        {
            if (auditor.Service == service)
            {
                return auditor;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(service), service, "Service must be SeoPeek, Seogent or MetricSpot.");
    }
}
