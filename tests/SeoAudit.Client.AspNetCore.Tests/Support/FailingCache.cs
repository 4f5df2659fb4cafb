using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace SeoAudit.Client.AspNetCore.Tests.Support;

/// <summary>A shared cache that is away.</summary>
internal sealed class FailingCache : IDistributedCache
{
    private readonly MemoryDistributedCache _cache = new(Options.Create(new MemoryDistributedCacheOptions()));

    public bool Fails { get; set; } = true;

    private MemoryDistributedCache Cache => Fails ? throw new InvalidOperationException("The cache is away.") : _cache;

    public byte[]? Get(string key) => Cache.Get(key);

    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Cache.GetAsync(key, token);

    public void Refresh(string key) => Cache.Refresh(key);

    public Task RefreshAsync(string key, CancellationToken token = default) => Cache.RefreshAsync(key, token);

    public void Remove(string key) => Cache.Remove(key);

    public Task RemoveAsync(string key, CancellationToken token = default) => Cache.RemoveAsync(key, token);

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => Cache.Set(key, value, options);

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) =>
        Cache.SetAsync(key, value, options, token);
}
