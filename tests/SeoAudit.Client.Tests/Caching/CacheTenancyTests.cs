using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SeoAudit.Client.Caching;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Caching;

public sealed class CacheTenancyTests
{
    private static readonly Uri Page = new("https://example.com/");

    [Fact]
    public async Task Registrations_are_tenants_of_their_own()
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using ServiceProvider provider = Tenants(handler, ("a", null), ("b", null));

        Assert.False((await AuditAsync(provider, "a")).IsCached);
        Assert.False((await AuditAsync(provider, "b")).IsCached);
        Assert.True((await AuditAsync(provider, "a")).IsCached);
        Assert.Equal("seo_a seo_b", string.Join(' ', handler.Requests.Select(static request => request.Key)));
    }

    [Fact]
    public async Task Registrations_that_name_the_same_tenant_share()
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using ServiceProvider provider = Tenants(handler, ("a", "agency"), ("b", "agency"));

        await AuditAsync(provider, "a");

        Assert.True((await AuditAsync(provider, "b")).IsCached);
    }

    [Fact]
    public async Task A_registration_is_not_the_tenant_of_its_name()
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using ServiceProvider provider = Tenants(handler, ("agency", null), ("b", "agency"));

        await AuditAsync(provider, "agency");

        Assert.False((await AuditAsync(provider, "b")).IsCached);
    }

    [Fact]
    public async Task Asks_of_two_tenants_at_once_are_two_audits()
    {
        var gate = new TaskCompletionSource();
        using ScriptedHandler handler = CachingApp.Service(gate.Task);
        await using ServiceProvider provider = Tenants(handler, ("a", null), ("b", null));

        Task<PageAudit>[] asks = [.. Enumerable.Range(0, 100).Select(number => AuditAsync(provider, number % 2 == 0 ? "a" : "b"))];
        gate.SetResult();
        PageAudit[] audits = await Task.WhenAll(asks);

        Assert.Equal(2, audits.Count(static audit => !audit.IsCached));
        Assert.Equal("seo_a seo_b", string.Join(' ', handler.Requests.Select(static request => request.Key).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task What_one_tenant_invalidates_the_other_keeps()
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using ServiceProvider provider = Tenants(handler, ("a", null), ("b", null));
        await AuditAsync(provider, "a");
        await AuditAsync(provider, "b");

        var cache = provider.GetRequiredKeyedService<IAuditCache>("a");
        await cache.InvalidatePageAsync(Page, TestContext.Current.CancellationToken);
        await cache.InvalidateHostAsync(Page.Host, TestContext.Current.CancellationToken);
        await cache.InvalidateAllAsync(TestContext.Current.CancellationToken);

        Assert.True((await AuditAsync(provider, "b")).IsCached);
        Assert.False((await AuditAsync(provider, "a")).IsCached);
    }

    [Fact]
    public async Task Clients_made_at_run_time_cache_only_where_they_name_their_tenant()
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using var app = new CachingApp(handler);
        await app.AuditAsync(Page);

        Assert.Equal("made made", await AskTwiceAsync(app, tenant: null));
        Assert.Equal("made cached", await AskTwiceAsync(app, "customer-1"));
        Assert.Equal("made cached", await AskTwiceAsync(app, "customer-2"));
        Assert.Equal("cached cached", await AskTwiceAsync(app, "customer-1"));
        Assert.Equal(5, handler.Requests.Count);
    }

    [Fact]
    public async Task What_they_have_cached_can_be_invalidated()
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using var app = new CachingApp(handler);
        await AskTwiceAsync(app, "customer-1");

        await app.Cache.InvalidateAllAsync(TestContext.Current.CancellationToken);
        Assert.Equal("cached cached", await AskTwiceAsync(app, "customer-1"));

        await app.Cache.ForTenant("customer-1").InvalidateAllAsync(TestContext.Current.CancellationToken);
        Assert.Equal("made cached", await AskTwiceAsync(app, "customer-1"));
    }

    [Fact]
    public async Task Without_a_cache_naming_a_tenant_changes_nothing()
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using ServiceProvider provider = TestClient.Services(handler);
        ISeoAuditClient client = provider.GetRequiredService<ISeoAuditClientFactory>().Create(new SeoAuditOptions { Tenant = "t" });

        await client.AuditPageAsync(Page, cancellationToken: TestContext.Current.CancellationToken);

        Assert.False((await client.AuditPageAsync(Page, cancellationToken: TestContext.Current.CancellationToken)).IsCached);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a:b")]
    [InlineData("~default")]
    [InlineData("ключ")]
    [InlineData("a\n")]
    public async Task What_cannot_be_a_tenant_is_refused(string tenant)
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using var app = new CachingApp(handler);
        var factory = app.Services.GetRequiredService<ISeoAuditClientFactory>();

        var exception = Assert.Throws<OptionsValidationException>(() => factory.Create(new SeoAuditOptions { Tenant = tenant }));

        Assert.StartsWith("SeoAudit:Tenant must", Assert.Single(exception.Failures), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => app.Cache.ForTenant(tenant));
    }

    [Fact]
    public void No_two_registrations_have_the_same_keys_or_tags()
    {
        string[] names = ["", "default", "~default", "a", "A", "a:b", "a b", "*", "ключ", new('x', 64), new('x', 65), new('x', 2_000)];
        CacheTenant[] tenants = [.. names.Select(CacheTenant.OfRegistration), CacheTenant.Named("default"), CacheTenant.Named("a")];
        var key = new AuditCacheKey(AuditService.Seogent, Page, performance: true);

        Assert.Equal(tenants.Length, tenants.Select(tenant => tenant.Key(key)).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(tenants.Length * 2, tenants.SelectMany(static tenant => new[] { tenant.Tag, tenant.HostTag(Page) }).Distinct(StringComparer.Ordinal).Count());
        Assert.All(tenants, tenant => Assert.True(tenant.Key(key).Length < 150));
    }

    [Fact]
    public async Task No_key_of_an_account_is_in_the_cache_and_no_long_URL_in_its_keys()
    {
        var store = new RecordedStore();
        using ScriptedHandler handler = CachingApp.Service();
        await using var app = new CachingApp(handler, services => services.AddSingleton<IDistributedCache>(store));
        var page = new Uri($"https://example.com/{new string('a', 2_000)}?token=of-the-page");

        Assert.False((await app.AuditAsync(page)).IsCached);
        Assert.True((await app.AuditAsync(page)).IsCached);

        Assert.NotEmpty(store.Values);
        Assert.All(store.Values, static entry =>
        {
            Assert.True(entry.Key.Length < 150, entry.Key);
            Assert.DoesNotContain("of-the-page", entry.Key, StringComparison.Ordinal);
            string value = System.Text.Encoding.UTF8.GetString(entry.Value);
            foreach (string secret in new[] { TestClient.SeoPeekKey, TestClient.SeogentKey, TestClient.MetricSpotKey })
            {
                Assert.DoesNotContain(secret, entry.Key + value, StringComparison.Ordinal);
            }
        });
    }

    private static async Task<string> AskTwiceAsync(CachingApp app, string? tenant)
    {
        ISeoAuditClient client = app.Services.GetRequiredService<ISeoAuditClientFactory>().Create(new SeoAuditOptions { Tenant = tenant });
        PageAudit first = await client.AuditPageAsync(Page, cancellationToken: TestContext.Current.CancellationToken);
        PageAudit second = await client.AuditPageAsync(Page, cancellationToken: TestContext.Current.CancellationToken);
        return CachingApp.Origins(first, second);
    }

    private static Task<PageAudit> AuditAsync(IServiceProvider provider, string registration) =>
        provider.GetRequiredKeyedService<ISeoAuditClient>(registration).AuditPageAsync(Page, cancellationToken: TestContext.Current.CancellationToken);

    private static ServiceProvider Tenants(HttpMessageHandler handler, params (string Name, string? Tenant)[] registrations)
    {
        var services = new ServiceCollection();
        services.AddHybridCache();
        foreach ((string name, string? tenant) in registrations)
        {
            services.AddKeyedSeoAudit(name, options => (options.SeoPeek.ApiKey, options.Tenant) = ($"seo_{name}", tenant)).UseCaching().On(handler);
        }

        return services.BuildServiceProvider();
    }
}
