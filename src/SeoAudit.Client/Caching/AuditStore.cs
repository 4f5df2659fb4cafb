using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Logging;
using SeoAudit.Client.Diagnostics;

namespace SeoAudit.Client.Caching;

/// <summary>The app's cache, with its faults contained: a cache that fails, or keeps silent, is as good as an empty one.</summary>
internal sealed class AuditStore(HybridCache cache, AuditCacheOptions options, CacheMetrics metrics, ILogger logger, CachePatience patience)
{
    private readonly HybridCacheEntryOptions _write = new()
    {
        Expiration = options.Expiration,
        LocalCacheExpiration = options.LocalExpiration ?? options.Expiration,
    };

    private readonly HybridCacheEntryOptions _read = new()
    {
        Expiration = options.Expiration,
        LocalCacheExpiration = options.LocalExpiration ?? options.Expiration,
        Flags = HybridCacheEntryFlags.DisableUnderlyingData,
    };

    /// <summary>The cached audit; null where there is none, or the cache fails.</summary>
    public async ValueTask<PageAudit?> FindAsync(CacheTenant tenant, AuditCacheKey key, CancellationToken cancellationToken)
    {
        try
        {
            CachedAudit? found = await patience.WaitAsync(
                stop => cache.GetOrCreateAsync(
                    tenant.Key(key), static _ => default(ValueTask<CachedAudit?>), _read, Tags(tenant, key), stop),
                cancellationToken).ConfigureAwait(false);
            bool hit = found is not null && found.Answers(key);
            metrics.CountLookup(hit ? CacheMetrics.Hit : CacheMetrics.Miss, key.Service);
            return hit ? found!.Audit with { Url = key.Url, IsCached = true } : null;
        }
        catch (Exception exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            metrics.CountLookup(CacheMetrics.Error, key.Service);
            Log.CacheReadFailed(logger, key.Service, exception);
            return null;
        }
    }

    public async ValueTask StoreAsync(CacheTenant tenant, AuditCacheKey key, PageAudit audit, CancellationToken cancellationToken)
    {
        try
        {
            await patience.WaitAsync(
                async stop =>
                {
                    await cache.SetAsync(tenant.Key(key), CachedAudit.Of(audit, key.Url), _write, Tags(tenant, key), stop).ConfigureAwait(false);
                    return true;
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Log.CacheWriteFailed(logger, key.Service, exception);
        }
    }

    /// <summary>Counts an audit that was served without being looked up, because another caller had it made.</summary>
    public void CountShared(AuditService service) => metrics.CountLookup(CacheMetrics.Hit, service);

    public Task RemoveAsync(string key, CancellationToken cancellationToken) =>
        ContainAsync(static (cache, key, stop) => cache.RemoveAsync(key, stop), key, cancellationToken);

    public Task RemoveByTagAsync(string tag, CancellationToken cancellationToken) =>
        ContainAsync(static (cache, tag, stop) => cache.RemoveByTagAsync(tag, stop), tag, cancellationToken);

    // A page has no tag of its own: a cache remembers every tag that it has seen for as long as the process lives.
    private static string[] Tags(CacheTenant tenant, AuditCacheKey key) => [tenant.Tag, tenant.HostTag(key.Url)];

    private async Task ContainAsync(
        Func<HybridCache, string, CancellationToken, ValueTask> remove, string what, CancellationToken cancellationToken)
    {
        try
        {
            await patience.WaitAsync(
                async stop =>
                {
                    await remove(cache, what, stop).ConfigureAwait(false);
                    return true;
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new SeoAuditException("The cache failed to throw audits away; they may go on serving until they expire.", exception);
        }
    }
}
