using Microsoft.Extensions.Caching.Hybrid;

namespace SeoAudit.Client.Tests.Caching;

/// <summary>A cache that keeps nothing: it fails in whatever it is asked to do, keeps silent, or takes its time.</summary>
internal sealed class BrokenCache(Func<CancellationToken, Task> fail) : HybridCache
{
    public override async ValueTask<T> GetOrCreateAsync<TState, T>(
        string key,
        TState state,
        Func<TState, CancellationToken, ValueTask<T>> factory,
        HybridCacheEntryOptions? options = null,
        IEnumerable<string>? tags = null,
        CancellationToken cancellationToken = default)
    {
        await fail(cancellationToken);
        return default!;
    }

    public override async ValueTask SetAsync<T>(
        string key, T value, HybridCacheEntryOptions? options = null, IEnumerable<string>? tags = null, CancellationToken cancellationToken = default) =>
        await fail(cancellationToken);

    public override async ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default) => await fail(cancellationToken);

    public override async ValueTask RemoveByTagAsync(string tag, CancellationToken cancellationToken = default) => await fail(cancellationToken);
}
