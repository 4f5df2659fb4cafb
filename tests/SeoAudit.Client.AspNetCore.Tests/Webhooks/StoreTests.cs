using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SeoAudit.Client.AspNetCore.Tests.Support;
using SeoAudit.Client.AspNetCore.Webhooks;

namespace SeoAudit.Client.AspNetCore.Tests.Webhooks;

public sealed class StoreTests
{
    private const string Key = "scan-1";

    private static readonly MemoryDistributedCache Cache = new(Options.Create(new MemoryDistributedCacheOptions()));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Stores => ["memory", "distributed"];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_scan_is_claimed_once_and_again_when_it_was_given_back(string kind)
    {
        ISeogentWebhookStore store = Create(kind);
        string key = Guid.NewGuid().ToString();

        Assert.Equal(SeogentWebhookClaim.Taken, await store.ClaimAsync(key, Stop));
        Assert.Equal(SeogentWebhookClaim.InProgress, await store.ClaimAsync(key, Stop));
        await store.ReleaseAsync(key, Stop);
        Assert.Equal(SeogentWebhookClaim.Taken, await store.ClaimAsync(key, Stop));
        await store.CompleteAsync(key, Stop);
        Assert.Equal(SeogentWebhookClaim.Handled, await store.ClaimAsync(key, Stop));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Of_many_who_claim_at_the_same_time_one_gets_it(string kind)
    {
        ISeogentWebhookStore store = Create(kind);
        string key = Guid.NewGuid().ToString();

        SeogentWebhookClaim[] claims = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => store.ClaimAsync(key), Stop)));

        Assert.Equal(1, claims.Count(static claim => claim == SeogentWebhookClaim.Taken));
        Assert.Equal(49, claims.Count(static claim => claim == SeogentWebhookClaim.InProgress));
    }

    [Fact]
    public async Task Memory_keeps_the_latest_and_all_that_are_being_handled()
    {
        var store = new MemoryWebhookStore(capacity: 2);
        await store.ClaimAsync("open", Stop);
        foreach (string key in new[] { "a", "b", "b", "c" })
        {
            await store.CompleteAsync(key, Stop);
        }

        Assert.Equal(
            [SeogentWebhookClaim.Taken, SeogentWebhookClaim.Handled, SeogentWebhookClaim.Handled, SeogentWebhookClaim.InProgress],
            [await store.ClaimAsync("a", Stop), await store.ClaimAsync("b", Stop), await store.ClaimAsync("c", Stop), await store.ClaimAsync("open", Stop)]);
    }

    [Fact]
    public async Task Machines_that_share_a_cache_know_of_each_other()
    {
        var cache = new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));
        var first = new DistributedWebhookStore(cache, new DistributedWebhookStoreOptions());
        var second = new DistributedWebhookStore(cache, new DistributedWebhookStoreOptions());

        Assert.Equal(SeogentWebhookClaim.Taken, await first.ClaimAsync(Key, Stop));
        Assert.Equal(SeogentWebhookClaim.InProgress, await second.ClaimAsync(Key, Stop));
        await first.CompleteAsync(Key, Stop);
        Assert.Equal(SeogentWebhookClaim.Handled, await second.ClaimAsync(Key, Stop));
        Assert.Equal(SeogentWebhookClaim.Handled, await second.ClaimAsync(Key, Stop));
    }

    [Fact]
    public async Task A_cache_that_fails_leaves_no_claim_behind()
    {
        var cache = new FailingCache();
        var store = new DistributedWebhookStore(cache, new DistributedWebhookStoreOptions());

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.ClaimAsync(Key, Stop));
        cache.Fails = false;

        Assert.Equal(SeogentWebhookClaim.Taken, await store.ClaimAsync(Key, Stop));
    }

    [Fact]
    public async Task A_store_that_fails_makes_the_service_send_again_and_loses_nothing()
    {
        var cache = new FailingCache();
        await using WebhookApp app = await WebhookApp.StartAsync(build: (builder, emulator) =>
        {
            builder.Services.AddSingleton<IDistributedCache>(cache);
            builder.Services.AddSeoAudit().UseDistributedWebhookStore();
        });
        string id = await app.CompletedScanAsync();

        using HttpResponseMessage failed = await app.PostIdAsync(id);
        cache.Fails = false;
        using HttpResponseMessage handled = await app.PostIdAsync(id);
        using HttpResponseMessage again = await app.PostIdAsync(id);

        Assert.Equal([503, 200, 200], new[] { failed, handled, again }.Select(static answer => (int)answer.StatusCode));
        Assert.Equal(1, app.Calls);
    }

    [Fact]
    public async Task What_was_handled_counts_as_handled_even_where_the_store_cannot_remember_it()
    {
        var cache = new FailingCache { Fails = false };
        await using WebhookApp app = await WebhookApp.StartAsync(build: (builder, emulator) =>
        {
            builder.Services.AddSingleton<IDistributedCache>(cache);
            builder.Services.AddSeoAudit().UseDistributedWebhookStore();
        });
        app.Handler = (_, _) =>
        {
            cache.Fails = true;
            return Task.CompletedTask;
        };
        string id = await app.CompletedScanAsync();

        using HttpResponseMessage handled = await app.PostIdAsync(id);
        using HttpResponseMessage again = await app.PostIdAsync(id);

        Assert.Equal([200, 200], new[] { handled, again }.Select(static answer => (int)answer.StatusCode));
        Assert.Equal(1, app.Calls);
    }

    [Fact]
    public async Task A_store_in_a_cache_needs_one()
    {
        var services = new ServiceCollection();
        services.AddSeoAudit().AddSeogentWebhooks(static options => options.Secrets = [WebhookApp.Secret]).UseDistributedWebhookStore();
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Contains("IDistributedCache", Assert.Throws<InvalidOperationException>(provider.GetRequiredService<ISeogentWebhookStore>).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_gives_up_claims_nothing(string kind)
    {
        ISeogentWebhookStore store = Create(kind);
        string key = Guid.NewGuid().ToString();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.ClaimAsync(key, new CancellationToken(canceled: true)));

        Assert.Equal(SeogentWebhookClaim.Taken, await store.ClaimAsync(key, Stop));
    }

    private static ISeogentWebhookStore Create(string kind) =>
        kind == "memory" ? new MemoryWebhookStore() : new DistributedWebhookStore(Cache, new DistributedWebhookStoreOptions());
}
