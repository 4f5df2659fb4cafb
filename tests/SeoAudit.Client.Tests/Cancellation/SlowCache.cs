using Microsoft.Extensions.Caching.Hybrid;

namespace SeoAudit.Client.Tests.Cancellation;

/// <summary>A cache that keeps nothing and takes its time over it.</summary>
internal sealed class SlowCache(TimeProvider time) : HybridCache
{
    public override async ValueTask<T> GetOrCreateAsync<TState, T>(
        string key,
        TState state,
        Func<TState, CancellationToken, ValueTask<T>> factory,
        HybridCacheEntryOptions? options = null,
        IEnumerable<string>? tags = null,
        CancellationToken cancellationToken = default)
    {
        await RestAsync(cancellationToken);
        return default!;
    }

    public override async ValueTask SetAsync<T>(
        string key, T value, HybridCacheEntryOptions? options = null, IEnumerable<string>? tags = null, CancellationToken cancellationToken = default) =>
        await RestAsync(cancellationToken);

    public override async ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default) => await RestAsync(cancellationToken);

    public override async ValueTask RemoveByTagAsync(string tag, CancellationToken cancellationToken = default) => await RestAsync(cancellationToken);

    private Task RestAsync(CancellationToken cancellationToken) => Task.Delay(TimeSpan.FromMilliseconds(200), time, cancellationToken);
}
