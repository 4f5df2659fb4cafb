using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Caching;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Caching;

public sealed class CacheFaultTests
{
    private static readonly Uri Page = new("https://example.com/");
    private static readonly AuditCacheKey Key = new(AuditService.SeoPeek, Page);
    private static readonly PageAudit Audit = new() { Url = Page, Service = AuditService.SeoPeek, Score = 1 };

    public static TheoryData<Func<CancellationToken, Task>> Faults
    {
        get
        {
            var faults = new TheoryData<Func<CancellationToken, Task>>();
            faults.Add(static _ => throw new IOException("down"));
            faults.Add(static _ => Task.FromException(new InvalidOperationException("broken")));
            faults.Add(static async _ =>
            {
                await Task.Yield();
                throw new TimeoutException("slow");
            });
            faults.Add(static _ => Task.FromCanceled(new CancellationToken(canceled: true)));
            return faults;
        }
    }

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task A_broken_cache_costs_no_audit(Func<CancellationToken, Task> fail)
    {
        var gate = new TaskCompletionSource();
        using ScriptedHandler handler = CachingApp.Service(gate.Task);
        using var log = new CapturedLog();
        await using CachingApp app = Broken(handler, fail, log);

        Task<PageAudit>[] asks = [.. Enumerable.Range(0, 1_000).Select(_ => app.AuditAsync(Page))];
        gate.SetResult();
        PageAudit[] audits = await Task.WhenAll(asks);
        PageAudit later = await app.AuditAsync(Page);

        Assert.Single(audits, static audit => !audit.IsCached);
        Assert.False(later.IsCached);
        Assert.Equal(2, handler.Requests.Count);
        Assert.Contains(log.Lines, static line => line.StartsWith("The cache failed to look up an audit by SeoPeek", StringComparison.Ordinal));
        Assert.Contains(log.Lines, static line => line.StartsWith("The cache failed to keep an audit by SeoPeek", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task Finding_and_storing_never_throw_for_it(Func<CancellationToken, Task> fail)
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using CachingApp app = Broken(handler, fail);

        Assert.Null(await app.Seam.FindAsync(Key, TestContext.Current.CancellationToken));
        await app.Seam.StoreAsync(Key, Audit, TestContext.Current.CancellationToken);
    }

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task An_invalidation_that_fails_is_told(Func<CancellationToken, Task> fail)
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using CachingApp app = Broken(handler, fail);

        await Assert.ThrowsAsync<SeoAuditException>(() => app.Cache.InvalidatePageAsync(Page));
        await Assert.ThrowsAsync<SeoAuditException>(() => app.Cache.InvalidateHostAsync("example.com"));
        await Assert.ThrowsAsync<SeoAuditException>(() => app.Cache.InvalidateAllAsync());
    }

    [Fact]
    public async Task A_cache_that_keeps_silent_can_be_cancelled()
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using CachingApp app = Broken(handler, static stop => Task.Delay(Timeout.Infinite, stop));
        using var stop = new CancellationTokenSource();

        Func<Task>[] calls =
        [
            () => app.Client.AuditPageAsync(Page, cancellationToken: stop.Token),
            () => app.Seam.FindAsync(Key, stop.Token).AsTask(),
            () => app.Seam.StoreAsync(Key, Audit, stop.Token).AsTask(),
            () => app.Cache.InvalidatePageAsync(Page, stop.Token),
            () => app.Cache.InvalidateHostAsync("example.com", stop.Token),
            () => app.Cache.InvalidateAllAsync(stop.Token),
        ];
        Task[] running = [.. calls.Select(static call => call())];
        await stop.CancelAsync();

        foreach (Task call in running)
        {
            Assert.Equal(stop.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
        }

        Assert.Empty(handler.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cache_that_keeps_silent_costs_time_and_no_audit(bool listens)
    {
        var time = new FakeTimeProvider();
        using ScriptedHandler handler = CachingApp.Service();
        using var log = new CapturedLog();
        await using CachingApp app = Broken(handler, stop => Task.Delay(Timeout.Infinite, listens ? stop : CancellationToken.None), log, time);

        Task<PageAudit>[] asks = [.. Enumerable.Range(0, 20).Select(_ => app.AuditAsync(Page))];
        Task<BulkAuditReport> run = app.Client.AuditPagesAsync([new Uri(Page, "/a"), new Uri(Page, "/b")])
            .ToReportAsync(cancellationToken: TestContext.Current.CancellationToken);
        await time.AdvanceUntilAsync(Task.WhenAll([.. asks, run]), TimeSpan.FromSeconds(1), steps: 60);

        Assert.Single(asks.Select(static ask => ask.Result), static audit => !audit.IsCached);
        Assert.Equal(2, (await run).Audited);
        Assert.Equal(3, handler.Requests.Count);
        Assert.Contains(log.Lines, static line => line.StartsWith("The cache failed to look up an audit by SeoPeek", StringComparison.Ordinal));
        Assert.Contains(log.Lines, static line => line.StartsWith("The cache failed to keep an audit by SeoPeek", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_invalidation_that_gets_no_answer_is_told(bool listens)
    {
        var time = new FakeTimeProvider();
        using ScriptedHandler handler = CachingApp.Service();
        await using CachingApp app = Broken(handler, stop => Task.Delay(Timeout.Infinite, listens ? stop : CancellationToken.None), time: time);

        Task[] calls = [app.Cache.InvalidatePageAsync(Page), app.Cache.InvalidateHostAsync("example.com"), app.Cache.InvalidateAllAsync()];
        await time.AdvanceUntilAsync(Task.WhenAll(calls), TimeSpan.FromSeconds(1), steps: 60);

        foreach (Task call in calls)
        {
            Assert.IsType<TimeoutException>((await Assert.ThrowsAsync<SeoAuditException>(() => call)).InnerException);
        }
    }

    [Fact]
    public async Task A_cache_that_does_not_listen_can_be_cancelled_all_the_same()
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using CachingApp app = Broken(handler, static _ => Task.Delay(Timeout.Infinite, CancellationToken.None));
        using var stop = new CancellationTokenSource();

        Task[] running =
        [
            app.Seam.FindAsync(Key, stop.Token).AsTask(),
            app.Seam.StoreAsync(Key, Audit, stop.Token).AsTask(),
            app.Cache.InvalidatePageAsync(Page, stop.Token),
        ];
        await stop.CancelAsync();

        foreach (Task call in running)
        {
            Assert.Equal(stop.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(TimeSpan.FromSeconds(60)))).CancellationToken);
        }
    }

    [Fact]
    public async Task A_store_that_goes_down_and_comes_back_costs_no_audit_more_than_was_asked_for()
    {
        var store = new RecordedStore();
        using ScriptedHandler handler = CachingApp.Service();
        await using CachingApp app = Over(store, handler);
        Uri[] pages = [.. Enumerable.Range(0, 20).Select(static number => new Uri(Page, $"/{number}"))];

        store.IsDown = true;
        PageAudit[] audits = await Task.WhenAll(pages.Select(page => app.AuditAsync(page)));
        store.IsDown = false;
        await app.AuditAsync(new Uri(Page, "/after"));
        await using CachingApp second = Over(store, handler);
        PageAudit found = await second.AuditAsync(new Uri(Page, "/after"));

        Assert.All(audits, static audit => Assert.False(audit.IsCached));
        Assert.True(found.IsCached);
        Assert.Equal(21, handler.Requests.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"url\":")]
    [InlineData("null")]
    [InlineData("{\"url\":\"https://example.com/\",\"service\":\"Tomorrow\",\"score\":1}")]
    public async Task What_cannot_be_read_is_audited_again_and_replaced(string stored)
    {
        var store = new RecordedStore();
        using ScriptedHandler handler = CachingApp.Service();
        await using (var first = new CachingApp(handler, services =>
        {
            services.AddSingleton<IDistributedCache>(store);
            services.AddSingleton<IHybridCacheSerializer<CachedAudit>>(new Garbage(stored));
        }))
        {
            await first.AuditAsync(Page);
        }

        await using (CachingApp second = Over(store, handler))
        {
            Assert.Single(await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => second.AuditAsync(Page))), static audit => !audit.IsCached);
        }

        await using CachingApp third = Over(store, handler);
        Assert.True((await third.AuditAsync(Page)).IsCached);
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task An_audit_of_another_page_in_its_place_is_not_served()
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using var app = new CachingApp(handler);
        var other = CachedAudit.Of(Audit, new Uri("https://example.org/"));
        await app.Services.GetRequiredService<HybridCache>().SetAsync(CacheTenant.OfRegistration(string.Empty).Key(Key), other);

        PageAudit audit = await app.AuditAsync(Page);

        Assert.Equal((Page, 80, false), (audit.Url, audit.Score, audit.IsCached));
    }

    private static CachingApp Over(RecordedStore store, HttpMessageHandler handler) =>
        new(handler, services => services.AddSingleton<IDistributedCache>(store));

    private static CachingApp Broken(HttpMessageHandler handler, Func<CancellationToken, Task> fail, CapturedLog? log = null, TimeProvider? time = null) =>
        new(
            handler,
            services =>
            {
                services.AddSingleton<HybridCache>(new BrokenCache(fail));
                if (log is not null)
                {
                    services.AddLogging(logging => logging.AddProvider(log));
                }
            },
            time: time);

    private sealed class Garbage(string stored) : IHybridCacheSerializer<CachedAudit>
    {
        public CachedAudit Deserialize(System.Buffers.ReadOnlySequence<byte> source) => throw new NotSupportedException();

        public void Serialize(CachedAudit value, System.Buffers.IBufferWriter<byte> target) =>
            System.Buffers.BuffersExtensions.Write(target, System.Text.Encoding.UTF8.GetBytes(stored));
    }
}
