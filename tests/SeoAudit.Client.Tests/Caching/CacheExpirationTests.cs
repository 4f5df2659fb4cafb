using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Caching;

public sealed class CacheExpirationTests
{
    private static readonly Uri Page = new("https://example.com/");
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task An_audit_serves_for_an_hour_by_default()
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using var app = new CachingApp(handler, time: _time);
        await app.AuditAsync(Page);

        _time.Advance(TimeSpan.FromMinutes(59));
        Assert.True((await app.AuditAsync(Page)).IsCached);
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.False((await app.AuditAsync(Page)).IsCached);
    }

    [Fact]
    public async Task Memory_and_the_distributed_cache_expire_separately()
    {
        var store = new RecordedStore();
        using ScriptedHandler handler = CachingApp.Service();
        await using CachingApp app = Over(store, handler);
        await app.AuditAsync(Page);
        var local = (await app.AuditAsync(Page)).Source;

        // Out of memory, but not out of the store.
        _time.Advance(TimeSpan.FromMinutes(6));
        PageAudit read = await app.AuditAsync(Page);
        Assert.True(read.IsCached);
        Assert.NotSame(local, read.Source);
        Assert.Same(read.Source, (await app.AuditAsync(Page)).Source);

        _time.Advance(TimeSpan.FromMinutes(60));
        Assert.False((await app.AuditAsync(Page)).IsCached);
        Assert.Equal(2, handler.Requests.Count);
        DistributedCacheEntryOptions kept = store.Options.Single(static entry => entry.Key.StartsWith("seoaudit:1:", StringComparison.Ordinal)).Value;
        Assert.Equal(TimeSpan.FromHours(1), kept.AbsoluteExpirationRelativeToNow);
    }

    [Fact]
    public async Task A_second_process_asks_within_the_hour_and_spends_nothing()
    {
        var store = new RecordedStore();
        using ScriptedHandler handler = CachingApp.Service();
        await using (CachingApp first = Over(store, handler))
        {
            await first.AuditAsync(Page);
        }

        _time.Advance(TimeSpan.FromMinutes(59));
        await using CachingApp second = Over(store, handler);

        Assert.True((await second.AuditAsync(Page)).IsCached);
        Assert.Single(handler.Requests);

        // What it keeps in memory is not kept longer than the hour either.
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.False((await second.AuditAsync(Page)).IsCached);
    }

    private CachingApp Over(RecordedStore store, HttpMessageHandler handler) => new(
        handler,
        services => services.AddSingleton<IDistributedCache>(store),
        static options => options.LocalExpiration = TimeSpan.FromMinutes(5),
        _time);
}
