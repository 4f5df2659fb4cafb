using SeoAudit.Client.Bulk;
using SeoAudit.Client.Caching;
using SeoAudit.Client.DependencyInjection;
using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Http;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Pages;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Sitemaps;
using SeoAudit.Client.Urls;

namespace SeoAudit.Client;

/// <summary>The <see cref="ISeoAuditClient"/>. Apps get it from <c>AddSeoAudit()</c>; scripts from <see cref="Create"/>.</summary>
public sealed class SeoAuditClient : ISeoAuditClient, IDisposable
{
    private readonly IPageAuditor[] _auditors;
    private readonly BulkSetup _bulk;
    private readonly IReadOnlyList<ServiceAccount> _accounts;
    private readonly SitemapReader _sitemaps;
    private readonly AuditCache? _cache;
    private readonly ClientTelemetry _telemetry;
    private readonly IDisposable? _owned;

    internal SeoAuditClient(ClientSet clients, AuditCache? cache = null, IDisposable? owned = null)
    {
        SeoPeek = clients.SeoPeek;
        Seogent = clients.Seogent;
        MetricSpot = clients.MetricSpot;
        ClientSet bulk = clients.ForBulk ?? clients;
        _auditors =
        [
            new SeoPeekPageAuditor(SeoPeek, bulk.SeoPeek),
            new SeogentPageAuditor(
                Seogent, bulk.Seogent, () => (SeogentOptions)Account(AuditService.Seogent).OptionsForCall(), clients.Time),
            new MetricSpotPageAuditor(
                MetricSpot, bulk.MetricSpot, () => (MetricSpotOptions)Account(AuditService.MetricSpot).OptionsForCall(), clients.Time),
        ];
        _accounts = clients.Accounts;
        _bulk = new BulkSetup(BulkAuditor, service => Account(service).Endpoint, clients.Time, clients.Telemetry);
        _sitemaps = new SitemapReader(clients.Downloader);
        _cache = cache;
        _telemetry = clients.Telemetry;
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
        Uri page = PageUrl.Normalize(url);
        options ??= new PageAuditOptions();
        IPageAuditor auditor = Auditor(options.Service);
        Task<PageAudit> audit = _cache is null
            ? auditor.AuditAsync(page, options, cancellationToken)
            : _cache.GetOrAuditAsync(
                new AuditCacheKey(options.Service, page, options.Performance, options.Accessibility),
                options.Cache,
                stop => auditor.AuditAsync(page, options, stop),
                cancellationToken);
        if (_telemetry.Audits.Enabled)
        {
            audit = _telemetry.Audits.CountAsync(audit, options.Service);
        }

        return ReferenceEquals(page, url) ? audit : UnderItsUrlAsync();

        async Task<PageAudit> UnderItsUrlAsync() => await audit.ConfigureAwait(false) with { Url = url };
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<PageAuditOutcome> AuditPagesAsync(
        IAsyncEnumerable<Uri> urls, BulkAuditOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(urls);
        return BulkRun.RunAsync(_bulk, BulkAuditRules.Check(options), urls, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ServiceComparison> CompareServicesAsync(
        Uri url, PageAuditOptions? options = null, CancellationToken cancellationToken = default)
    {
        PageUrl.Normalize(url);
        options ??= new PageAuditOptions();
        return ServiceComparer.CompareAsync(
            url,
            _accounts.Where(static account => account.IsConfigured).Select(static account => account.Profile.Service!.Value),
            service => AuditPageAsync(url, options with { Service = service }, cancellationToken));
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<SitemapEntry> ReadSitemapAsync(
        Uri sitemap, SitemapOptions? options = null, CancellationToken cancellationToken = default) =>
        _sitemaps.ReadAsync(sitemap, options, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<SitemapEntry> ReadSitemapAsync(
        Stream content, SitemapOptions? options = null, CancellationToken cancellationToken = default) =>
        _sitemaps.ReadAsync(content, options, cancellationToken);

    /// <inheritdoc/>
    public AuditQuota GetQuota(AuditService service) => Account(service).Quota();

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

        throw Unknown(service);
    }

    private IBulkAuditor BulkAuditor(AuditService service, BulkAuditOptions options)
    {
        IBulkAuditor auditor = Auditor(service).ForBulk(options);
        return _cache is null || options.Cache == CacheMode.Bypass ? auditor : new CachingBulkAuditor(auditor, _cache, options);
    }

    private ServiceAccount Account(AuditService service) =>
        _accounts.FirstOrDefault(account => account.Profile.Service == service) ?? throw Unknown(service);

    private static ArgumentOutOfRangeException Unknown(AuditService service) =>
        new(nameof(service), service, "Service must be SeoPeek, Seogent or MetricSpot.");
}
