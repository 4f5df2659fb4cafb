using SeoAudit.Client.Urls;
using SeoAudit.Client.Validation;

namespace SeoAudit.Client.Caching;

/// <summary>One tenant's cache of audits that succeeded. Faults of the cache never reach who asks for an audit.</summary>
internal sealed class AuditCache(AuditStore store, AuditFlights flights, CacheTenant tenant) : IAuditCache
{
    /// <summary>The cached audit, or one that is made now: once for all who ask for it at the same time.</summary>
    /// <param name="key">The audit.</param>
    /// <param name="mode">How the cache is used.</param>
    /// <param name="audit">Makes the audit. Its token is cancelled when nobody waits for it any more.</param>
    /// <param name="cancellationToken">Cancels the wait of this caller.</param>
    public Task<PageAudit> GetOrAuditAsync(
        AuditCacheKey key, CacheMode mode, Func<CancellationToken, Task<PageAudit>> audit, CancellationToken cancellationToken) => mode switch
        {
            CacheMode.Use or CacheMode.Refresh => FlyAsync(key, mode, audit, cancellationToken),
            CacheMode.Bypass => audit(cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Cache must be Use, Refresh or Bypass."),
        };

    /// <summary>The cached audit; null where there is none, or the cache fails.</summary>
    public ValueTask<PageAudit?> FindAsync(AuditCacheKey key, CancellationToken cancellationToken) =>
        store.FindAsync(tenant, key, cancellationToken);

    /// <summary>Caches an audit that was made elsewhere; does nothing where the cache fails.</summary>
    public ValueTask StoreAsync(AuditCacheKey key, PageAudit audit, CancellationToken cancellationToken) =>
        store.StoreAsync(tenant, key, audit, cancellationToken);

    public Task InvalidatePageAsync(Uri url, CancellationToken cancellationToken = default)
    {
        Uri page = PageUrl.Normalize(url);
        return Task.WhenAll(AuditCacheKey.AllOf(page).Select(key => store.RemoveAsync(tenant.Key(key), cancellationToken)));
    }

    public Task InvalidateHostAsync(string host, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(host);
        if (Uri.CheckHostName(host) is UriHostNameType.Unknown or UriHostNameType.Basic)
        {
            throw Require.Broken(nameof(host), "must be the name or the address of a host, such as www.example.com.");
        }

        return store.RemoveByTagAsync(tenant.HostTag(new UriBuilder(Uri.UriSchemeHttps, host).Uri), cancellationToken);
    }

    public Task InvalidateAllAsync(CancellationToken cancellationToken = default) =>
        store.RemoveByTagAsync(tenant.Tag, cancellationToken);

    IAuditCache IAuditCache.ForTenant(string tenant) => ForTenant(name: tenant);

    public AuditCache ForTenant(string name)
    {
        ArgumentNullException.ThrowIfNull(name, nameof(tenant));
        return CacheTenant.IsPlain(name)
            ? new AuditCache(store, flights, CacheTenant.Named(name))
            : throw Require.Broken(nameof(tenant), CacheTenant.Rule);
    }

    private async Task<PageAudit> FlyAsync(
        AuditCacheKey key, CacheMode mode, Func<CancellationToken, Task<PageAudit>> audit, CancellationToken cancellationToken)
    {
        (PageAudit made, bool joined) = await flights.RunAsync(
            FlightKey(mode, key),
            stop => FindOrAuditAsync(key, mode, audit, stop),
            cancellationToken).ConfigureAwait(false);
        if (!joined)
        {
            return made;
        }

        store.CountShared(key.Service);
        return made with { Url = key.Url, IsCached = true };
    }

    private async Task<PageAudit> FindOrAuditAsync(
        AuditCacheKey key, CacheMode mode, Func<CancellationToken, Task<PageAudit>> audit, CancellationToken cancellationToken)
    {
        if (mode == CacheMode.Use)
        {
            if (await FindAsync(key, cancellationToken).ConfigureAwait(false) is { } found)
            {
                return found;
            }

            // Not the other way round: who refreshes wants no audit that was begun before.
            if (await flights.JoinAsync(FlightKey(CacheMode.Refresh, key), cancellationToken).ConfigureAwait(false) is { } fresh)
            {
                return fresh with { Url = key.Url, IsCached = true };
            }
        }

        PageAudit made = await audit(cancellationToken).ConfigureAwait(false);

        // It is paid for: kept even where nobody waits for it any more.
        await StoreAsync(key, made, CancellationToken.None).ConfigureAwait(false);
        return made;
    }

    private string FlightKey(CacheMode mode, in AuditCacheKey key) => $"{mode}:{tenant.Key(key)}";
}
