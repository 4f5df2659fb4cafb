using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Tests.Storage;
using SeoAudit.Client.Tests.Support;
using StackExchange.Redis;

namespace SeoAudit.Client.Tests.Caching;

/// <summary>What holds whatever server speaks Redis's protocol.</summary>
public abstract class RedisCachingTests
{
    private static readonly Uri Page = new("https://example.com/a?b=c");

    [Fact]
    public async Task The_second_app_that_asks_spends_nothing()
    {
        await using RedisInstance redis = await StartAsync();
        using ScriptedHandler handler = CachingApp.Service();
        await using var first = new CachingApp(handler, redis.Use);
        await using var second = new CachingApp(handler, redis.Use);

        PageAudit made = await first.AuditAsync(Page);
        PageAudit found = await second.AuditAsync(Page);

        Assert.Single(handler.Requests);
        Assert.Equal("made cached", CachingApp.Origins(made, found));
        Assert.Equal(Described.Of(made, "IsCached"), Described.Of(found, "IsCached"));
    }

    [Fact]
    public async Task A_second_process_that_asks_spends_nothing()
    {
        if (SecondProcess.IsThisOne)
        {
            await SecondProcess.FindWhatTheFirstHasCachedAsync();
            return;
        }

        await using RedisInstance redis = await StartAsync();
        using var service = new ServiceStub();
        service.Answer(Answers.SeoPeekAudit(SecondProcess.Page.AbsoluteUri));
        await using (ServiceProvider first = SecondProcess.App(service.Address, redis.Address, redis.Prefix))
        {
            Assert.False((await SecondProcess.AuditAsync(first)).IsCached);
        }

        string output = await SecondProcess.RunAsync(
            $"{GetType().FullName}.{nameof(A_second_process_that_asks_spends_nothing)}", service.Address, redis.Address, redis.Prefix);

        Assert.Contains("Total: 1, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0", output, StringComparison.Ordinal);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task A_thousand_asks_at_once_of_two_apps_cost_an_audit_each_at_most()
    {
        await using RedisInstance redis = await StartAsync();
        var gate = new TaskCompletionSource();
        using ScriptedHandler handler = CachingApp.Service(gate.Task);
        await using var first = new CachingApp(handler, redis.Use);
        await using var second = new CachingApp(handler, redis.Use);

        Task<PageAudit>[] asks = [.. Enumerable.Range(0, 1_000).Select(number => (number % 2 == 0 ? first : second).AuditAsync(Page))];
        gate.SetResult();
        PageAudit[] audits = await Task.WhenAll(asks);

        Assert.InRange(handler.Requests.Count, 1, 2);
        Assert.Equal(handler.Requests.Count, audits.Count(static audit => !audit.IsCached));
    }

    [Fact]
    public async Task The_server_keeps_an_audit_for_as_long_as_is_set_and_memory_separately()
    {
        await using RedisInstance redis = await StartAsync();
        using ScriptedHandler handler = CachingApp.Service();
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = new CachingApp(
            handler, redis.Use, static options => (options.Expiration, options.LocalExpiration) = (TimeSpan.FromHours(3), TimeSpan.FromMinutes(1)), time);
        await app.AuditAsync(Page);

        await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(RedisInstance.Settings(redis.Address));
        string key = Assert.Single(Keys(connection, redis), static key => key.Contains("seoaudit:1:", StringComparison.Ordinal));
        TimeSpan? left = await connection.GetDatabase().KeyTimeToLiveAsync(key);
        Assert.InRange(left!.Value, TimeSpan.FromHours(2.9), TimeSpan.FromHours(3));

        // Out of memory: the server has it.
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.True((await app.AuditAsync(Page)).IsCached);
        time.Advance(TimeSpan.FromMinutes(2));
        await connection.GetDatabase().KeyDeleteAsync(key);
        Assert.False((await app.AuditAsync(Page)).IsCached);
    }

    [Fact]
    public async Task An_invalidated_page_is_gone_for_every_app()
    {
        await using RedisInstance redis = await StartAsync();
        using ScriptedHandler handler = CachingApp.Service();
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var first = new CachingApp(handler, redis.Use);
        await using var second = new CachingApp(handler, redis.Use, static options => options.LocalExpiration = TimeSpan.FromMinutes(1), time);
        await first.AuditAsync(Page);
        Assert.True((await second.AuditAsync(Page)).IsCached);

        await first.Cache.InvalidatePageAsync(Page, TestContext.Current.CancellationToken);

        // The other app's memory keeps it for as long as is set there.
        Assert.True((await second.AuditAsync(Page)).IsCached);
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.False((await second.AuditAsync(Page)).IsCached);
        Assert.True((await first.AuditAsync(Page)).IsCached);
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task Hosts_and_everything_are_invalidated_within_the_app()
    {
        await using RedisInstance redis = await StartAsync();
        using ScriptedHandler handler = CachingApp.Service();
        await using var app = new CachingApp(handler, redis.Use);
        var other = new Uri("https://example.org/");
        await app.AuditAsync(Page);
        await app.AuditAsync(other);

        await app.Cache.InvalidateHostAsync("example.com", TestContext.Current.CancellationToken);
        Assert.Equal("made cached", CachingApp.Origins(await app.AuditAsync(Page), await app.AuditAsync(other)));

        await app.Cache.InvalidateAllAsync(TestContext.Current.CancellationToken);
        Assert.Equal("made made", CachingApp.Origins(await app.AuditAsync(Page), await app.AuditAsync(other)));
    }

    [Fact]
    public async Task No_key_of_an_account_reaches_the_server()
    {
        await using RedisInstance redis = await StartAsync();
        using ScriptedHandler handler = CachingApp.Service();
        await using var app = new CachingApp(handler, redis.Use);
        await app.AuditAsync(Page);
        await app.Cache.InvalidateHostAsync("example.com", TestContext.Current.CancellationToken);

        await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(RedisInstance.Settings(redis.Address));
        string[] keys = Keys(connection, redis);
        Assert.NotEmpty(keys);
        foreach (string key in keys)
        {
            HashEntry[] fields = await connection.GetDatabase().HashGetAllAsync(key);
            string text = key + string.Concat(fields.Select(static field => System.Text.Encoding.UTF8.GetString((byte[])field.Value!)));
            Assert.All(
                new[] { TestClient.SeoPeekKey, TestClient.SeogentKey, TestClient.MetricSpotKey },
                secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_server_that_dies_costs_no_audit()
    {
        await using RedisInstance redis = await StartAsync(own: true);
        using ScriptedHandler handler = CachingApp.Service();
        await using var app = new CachingApp(handler, redis.Use);
        await app.AuditAsync(Page);

        await redis.StopAsync();
        Uri[] pages = [.. Enumerable.Range(0, 10).Select(static number => new Uri(Page, $"/{number}"))];
        PageAudit[] audits = await Task.WhenAll(pages.SelectMany(page => Enumerable.Range(0, 20).Select(_ => app.AuditAsync(page))));

        Assert.Equal(10, audits.Count(static audit => !audit.IsCached));
        Assert.Equal(11, handler.Requests.Count);
        Assert.All(handler.Requests.GroupBy(static request => request.Url), static page => Assert.Single(page));
    }

    [Fact]
    public async Task A_server_that_was_never_there_costs_no_audit()
    {
        await using RedisInstance redis = await StartAsync(own: true);
        await redis.StopAsync();
        using ScriptedHandler handler = CachingApp.Service();
        await using var app = new CachingApp(handler, redis.Use);

        Assert.False((await app.AuditAsync(Page)).IsCached);
        Assert.False((await app.AuditAsync(new Uri(Page, "/other"))).IsCached);
        Assert.Equal(2, handler.Requests.Count);
        await Assert.ThrowsAsync<SeoAuditException>(() => app.Cache.InvalidatePageAsync(Page));
    }

    private protected abstract Task<RedisInstance> StartAsync(bool own = false);

    private static string[] Keys(ConnectionMultiplexer connection, RedisInstance redis) =>
        [.. connection.GetServers()[0].Keys(pattern: $"{redis.Prefix}*").Select(static key => (string)key!)];
}
