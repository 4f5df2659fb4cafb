using Microsoft.Extensions.DependencyInjection;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.DependencyInjection;

public sealed class TenantIsolationTests
{
    private static readonly Uri Page = new("https://example.com/");

    [Fact]
    [Trait("Thread", "reactiveui/refit#1876")]
    [Trait("Thread", "reactiveui/refit#1679")]
    public async Task Two_tenants_interleaved_never_carry_each_others_key()
    {
        using var handler = new ScriptedHandler(AnswerLater);
        var services = new ServiceCollection();
        foreach (string tenant in new[] { "a", "b" })
        {
            services.AddKeyedSeoAudit(tenant, options => SetKeys(options, tenant)).On(handler);
        }

        await using ServiceProvider provider = services.BuildServiceProvider();
        var a = provider.GetRequiredKeyedService<ISeoAuditClient>("a");
        var b = provider.GetRequiredKeyedService<ISeoAuditClient>("b");

        await Task.WhenAll(Enumerable.Range(0, 1_000).SelectMany(index => new[] { CallAsync(a, "a", index), CallAsync(b, "b", index) }));

        Assert.Equal(2_000, handler.Requests.Count);
        AssertOwnKeys(handler);
        Assert.Equal(1_000, handler.Requests.Count(static request => request.Key!.EndsWith("_a", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Hundreds_of_clients_made_at_run_time_never_carry_each_others_key()
    {
        using var handler = new ScriptedHandler(AnswerLater);
        var services = new ServiceCollection();
        services.AddSeoAudit(static options => SetKeys(options, "default")).On(handler);
        await using ServiceProvider provider = services.BuildServiceProvider();
        var factory = provider.GetRequiredService<ISeoAuditClientFactory>();

        await Task.WhenAll(Enumerable.Range(0, 300).Select(number => UseAsync($"t{number}")));

        Assert.Equal(900, handler.Requests.Count);
        AssertOwnKeys(handler);

        async Task UseAsync(string tenant)
        {
            var options = new SeoAuditOptions();
            SetKeys(options, tenant);
            ISeoAuditClient client = factory.Create(options);
            await Task.WhenAll(Enumerable.Range(0, 3).Select(index => CallAsync(client, tenant, index)));
        }
    }

    [Fact]
    public async Task A_client_made_at_run_time_without_a_key_does_not_borrow_the_default_one()
    {
        using var handler = new ScriptedHandler(Answers.For);
        await using ServiceProvider provider = TestClient.Services(handler);
        ISeoAuditClient client = provider.GetRequiredService<ISeoAuditClientFactory>().Create(new SeoAuditOptions());

        await client.SeoPeek.AuditAsync(Page, TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<SeoAuditAuthenticationException>(() => client.Seogent.GetCreditsAsync(TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<SeoAuditAuthenticationException>(() => client.MetricSpot.ListAuditsAsync(TestContext.Current.CancellationToken));

        Assert.Null(Assert.Single(handler.Requests).Key);
    }

    [Fact]
    public async Task The_factory_of_a_tenant_makes_whole_clients_on_the_tenants_connections()
    {
        using var handler = new ScriptedHandler(Answers.For);
        var services = new ServiceCollection();
        services.AddKeyedSeoAudit("a", static options => SetKeys(options, "a")).On(handler);
        await using ServiceProvider provider = services.BuildServiceProvider();
        var options = new SeoAuditOptions();
        SetKeys(options, "c");
        ISeoAuditClient client = provider.GetRequiredKeyedService<ISeoAuditClientFactory>("a").Create(options);

        await CallAsync(client, "c", 1);

        Assert.EndsWith("_c", Assert.Single(handler.Requests).Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sitemap_is_read_whatever_is_wrong_with_the_default_settings()
    {
        using var handler = new ScriptedHandler(static _ => ScriptedHandler.Json("<urlset/>"));
        await using ServiceProvider provider = TestClient.Services(handler, configure: static options => options.SeoPeek.MaxRetries = 99);
        ISeoAuditClient client = provider.GetRequiredService<ISeoAuditClientFactory>().Create(new SeoAuditOptions());

        await foreach (SitemapEntry entry in client.ReadSitemapAsync(new Uri("https://example.com/sitemap.xml"), TestContext.Current.CancellationToken))
        {
            Assert.Fail($"{entry}");
        }

        Assert.Single(handler.Requests);
    }

    private static void SetKeys(SeoAuditOptions options, string tenant)
    {
        options.SeoPeek.ApiKey = $"seo_{tenant}";
        options.Seogent.ApiToken = $"sk_{tenant}";
        options.MetricSpot.ApiKey = $"ms_live_{tenant}";
        options.SeoPeek.BaseAddress = new Uri($"https://{tenant}.seopeek.test/");
        options.Seogent.BaseAddress = new Uri($"https://{tenant}.seogent.test/api/");
        options.MetricSpot.BaseAddress = new Uri($"https://{tenant}.metricspot.test/");
    }

    private static async Task CallAsync(ISeoAuditClient client, string tenant, int index)
    {
        switch (index % 3)
        {
            case 0:
                await client.SeoPeek.AuditAsync(new Uri(Page, tenant));
                break;
            case 1:
                await client.Seogent.GetCreditsAsync();
                break;
            default:
                await client.MetricSpot.ListAuditsAsync();
                break;
        }
    }

    private static async Task<HttpResponseMessage> AnswerLater(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return Answers.For(request);
    }

    private static void AssertOwnKeys(ScriptedHandler handler) =>
        Assert.All(handler.Requests, static request =>
        {
            string tenant = request.Url.Host.Split('.')[0];
            Assert.EndsWith($"_{tenant}", request.Key, StringComparison.Ordinal);
        });
}
