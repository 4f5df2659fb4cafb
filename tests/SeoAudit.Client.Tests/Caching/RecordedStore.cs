using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Distributed;

namespace SeoAudit.Client.Tests.Caching;

/// <summary>A distributed cache in memory that can be looked into, and fails when it is told to.</summary>
internal sealed class RecordedStore : IDistributedCache
{
    public ConcurrentDictionary<string, byte[]> Values { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, DistributedCacheEntryOptions> Options { get; } = new(StringComparer.Ordinal);

    public bool IsDown { get; set; }

    public byte[]? Get(string key) => Values.GetValueOrDefault(key);

    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Answer(() => Get(key));

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options)
    {
        Values[key] = value;
        Options[key] = options;
    }

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) =>
        Answer(() =>
        {
            Set(key, value, options);
            return true;
        });

    public void Refresh(string key)
    {
    }

    public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;

    public void Remove(string key) => Values.TryRemove(key, out _);

    public Task RemoveAsync(string key, CancellationToken token = default) => Answer(() => Values.TryRemove(key, out _));

    private Task<T> Answer<T>(Func<T> answer) =>
        IsDown ? Task.FromException<T>(new IOException("The store is down.")) : Task.FromResult(answer());
}
