using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.DependencyInjection;

public sealed class RegistrationTests
{
    public static TheoryData<Type> PublicServices =>
    [
        typeof(ISeoAuditClient), typeof(ISeoAuditClientFactory),
        typeof(ISeoPeekClient), typeof(ISeogentClient), typeof(IMetricSpotClient),
        typeof(ISeoPeekApi), typeof(ISeogentApi), typeof(IMetricSpotApi),
    ];

    [Theory]
    [MemberData(nameof(PublicServices))]
    public void Every_service_is_one_singleton(Type type)
    {
        using ServiceProvider provider = new ServiceCollection().AddSeoAudit(static _ => { }).Services
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        using IServiceScope scope = provider.CreateScope();

        Assert.Same(provider.GetRequiredService(type), scope.ServiceProvider.GetRequiredService(type));
    }

    [Theory]
    [MemberData(nameof(PublicServices))]
    public void Every_keyed_service_is_one_singleton_a_key(Type type)
    {
        var services = new ServiceCollection();
        services.AddKeyedSeoAudit("a", static _ => { });
        services.AddKeyedSeoAudit("b", static _ => { });
        using ServiceProvider provider = services.BuildServiceProvider();

        object a = provider.GetRequiredKeyedService(type, "a");
        Assert.Same(a, provider.GetRequiredKeyedService(type, "a"));
        Assert.NotSame(a, provider.GetRequiredKeyedService(type, "b"));
        Assert.Null(provider.GetService(type));
    }

    [Fact]
    public void The_facade_hands_out_the_registered_clients()
    {
        using ServiceProvider provider = new ServiceCollection().AddSeoAudit(static _ => { }).Services.BuildServiceProvider();
        var client = provider.GetRequiredService<ISeoAuditClient>();

        Assert.Same(provider.GetRequiredService<ISeoPeekClient>(), client.SeoPeek);
        Assert.Same(provider.GetRequiredService<ISeogentClient>(), client.Seogent);
        Assert.Same(provider.GetRequiredService<IMetricSpotClient>(), client.MetricSpot);
    }

    [Fact]
    public async Task Registering_twice_sends_one_key_through_one_pipeline()
    {
        using var handler = new ScriptedHandler(static _ => ScriptedHandler.Json("{}", HttpStatusCode.InternalServerError));
        var services = new ServiceCollection();
        services.AddSeoAudit(static options => options.Seogent.ApiToken = "sk_first");
        services.AddSeoAudit(static options =>
        {
            options.Seogent.ApiToken = "sk_second";
            options.Seogent.MaxRetries = 2;
            options.Seogent.RetryDelay = TimeSpan.Zero;
        }).On(handler);
        services.AddSeoAudit(static _ => { });
        await using ServiceProvider provider = services.BuildServiceProvider();

        var exception = await Assert.ThrowsAsync<SeoAuditException>(() =>
            provider.GetRequiredService<ISeogentClient>().GetCreditsAsync(TestContext.Current.CancellationToken));

        Assert.Equal(3, handler.Requests.Count);
        Assert.Equal(3, exception.Attempts);
        Assert.All(handler.Requests, static request => Assert.Equal("Bearer sk_second", request.Key));
        Assert.Single(services, static service => service.ServiceType == typeof(ISeoAuditClient));
        Assert.Single(services, static service => service.ServiceType == typeof(IValidateOptions<SeoAuditOptions>));
    }

    [Fact]
    public async Task Registering_a_key_twice_sends_one_key_through_one_pipeline()
    {
        using var handler = new ScriptedHandler(static _ => ScriptedHandler.Json("{}", HttpStatusCode.InternalServerError));
        var services = new ServiceCollection();
        services.AddKeyedSeoAudit("a", static options => options.SeoPeek.ApiKey = "seo_a");
        services.AddKeyedSeoAudit("a", static options => (options.SeoPeek.MaxRetries, options.SeoPeek.RetryDelay) = (1, TimeSpan.Zero)).On(handler);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<SeoAuditException>(() => provider.GetRequiredKeyedService<ISeoPeekClient>("a")
            .AuditAsync(new Uri("https://example.com/"), TestContext.Current.CancellationToken));

        Assert.Equal(["seo_a", "seo_a"], handler.Requests.Select(static request => request.Key), StringComparer.Ordinal);
    }

    [Fact]
    public void Bad_arguments_are_refused()
    {
        var services = new ServiceCollection();

        Assert.Throws<ArgumentNullException>(() => services.AddSeoAudit((Action<SeoAuditOptions>)null!));
        Assert.Throws<ArgumentNullException>(() => services.AddSeoAudit((Microsoft.Extensions.Configuration.IConfiguration)null!));
        Assert.Throws<ArgumentNullException>(() => ((IServiceCollection)null!).AddSeoAudit());
        Assert.Throws<ArgumentException>(() => services.AddKeyedSeoAudit(string.Empty, static _ => { }));
        Assert.Throws<ArgumentNullException>(() => services.AddKeyedSeoAudit("a", (Action<SeoAuditOptions>)null!));
        Assert.Throws<ArgumentNullException>(() => services.AddSeoAudit().Configure(null!));
        Assert.Throws<ArgumentException>(() => services.AddSeoAudit().UseEmulator(new Uri("/relative", UriKind.Relative)));
    }

    [Fact]
    public async Task Time_comes_from_the_container()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.Parse("2030-01-01T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        using var handler = new ScriptedHandler(static _ =>
        {
            HttpResponseMessage response = ScriptedHandler.Json("{}", HttpStatusCode.TooManyRequests);
            response.Headers.TryAddWithoutValidation("Retry-After", "7200");
            return response;
        });
        await using ServiceProvider provider = TestClient.Services(handler, time);

        var exception = await Assert.ThrowsAsync<SeoAuditRateLimitException>(() =>
            provider.GetRequiredService<ISeogentClient>().GetCreditsAsync(TestContext.Current.CancellationToken));

        Assert.Equal(time.GetUtcNow().AddHours(2), exception.RetryAt);
    }
}
