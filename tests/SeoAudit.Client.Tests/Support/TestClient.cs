using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SeoAudit.Client.Tests.Support;

/// <summary>A client on a scripted handler, built by the same registration that apps use.</summary>
internal static class TestClient
{
    public const string SeoPeekKey = "seo_test_key";
    public const string SeogentKey = "sk_test_token";
    public const string MetricSpotKey = "ms_live_0123456789abcdef";

    public static ISeoAuditClient Create(
        HttpMessageHandler handler, TimeProvider? time = null, Action<SeoAuditOptions>? configure = null) =>
        Services(handler, time, configure).GetRequiredService<ISeoAuditClient>();

    public static ISeoAuditClient Create(Uri server, TimeProvider? time = null, Action<SeoAuditOptions>? configure = null) =>
        Services(handler: null, time, options =>
        {
            options.SeoPeek.BaseAddress = server;
            options.Seogent.BaseAddress = new Uri(server, "api");
            options.MetricSpot.BaseAddress = server;
            configure?.Invoke(options);
        }).GetRequiredService<ISeoAuditClient>();

    public static ServiceProvider Services(
        HttpMessageHandler? handler, TimeProvider? time = null, Action<SeoAuditOptions>? configure = null)
    {
        var services = new ServiceCollection();
        if (time is not null)
        {
            services.TryAddSingleton(time);
        }

        SeoAuditBuilder builder = services.AddSeoAudit(options =>
        {
            options.SeoPeek.ApiKey = SeoPeekKey;
            options.Seogent.ApiToken = SeogentKey;
            options.MetricSpot.ApiKey = MetricSpotKey;
            configure?.Invoke(options);
        });
        if (handler is not null)
        {
            foreach (IHttpClientBuilder http in new[] { builder.SeoPeek, builder.Seogent, builder.MetricSpot, builder.Public })
            {
                http.ConfigurePrimaryHttpMessageHandler(() => handler);
            }
        }

        return services.BuildServiceProvider();
    }
}
