using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using SeoAudit.Client.Caching;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Caching;

/// <summary>An app with a cache, as one process: its memory is its own.</summary>
internal sealed class CachingApp : IAsyncDisposable
{
    public CachingApp(
        HttpMessageHandler handler, Action<IServiceCollection>? add = null, Action<AuditCacheOptions>? configure = null, TimeProvider? time = null)
    {
        var services = new ServiceCollection();
        if (time is not null)
        {
            services.AddSingleton(time);
            services.Configure<MemoryCacheOptions>(options => options.Clock = new MemoryClock(time));
        }

        services.AddHybridCache();
        services.AddSeoAudit(SetKeys).UseCaching(configure).On(handler);
        add?.Invoke(services);
        Services = services.BuildServiceProvider();
    }

    public ServiceProvider Services { get; }

    public ISeoAuditClient Client => Services.GetRequiredService<ISeoAuditClient>();

    public IAuditCache Cache => Services.GetRequiredService<IAuditCache>();

    public AuditCache Seam => Services.GetRequiredService<AuditCache>();

    /// <summary>A service that audits whatever page it is asked for.</summary>
    public static ScriptedHandler Service() => new(static request => Audit(request));

    /// <summary>One that waits before it answers.</summary>
    public static ScriptedHandler Service(Task gate) => new(async (request, stop) =>
    {
        await gate.WaitAsync(stop);
        return Audit(request);
    });

    public static void SetKeys(SeoAuditOptions options)
    {
        options.SeoPeek.ApiKey = TestClient.SeoPeekKey;
        options.Seogent.ApiToken = TestClient.SeogentKey;
        options.MetricSpot.ApiKey = TestClient.MetricSpotKey;
        options.SeoPeek.MaxRetries = 0;
        options.Seogent.Polling.InitialDelay = TimeSpan.Zero;
        options.MetricSpot.Polling.InitialDelay = TimeSpan.Zero;
    }

    /// <summary>Where audits came from, in words.</summary>
    public static string Origins(params PageAudit[] audits) =>
        string.Join(' ', audits.Select(static audit => audit.IsCached ? "cached" : "made"));

    public Task<PageAudit> AuditAsync(Uri page, CacheMode mode = CacheMode.Use) =>
        Client.AuditPageAsync(page, new PageAuditOptions { Cache = mode }, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Services.DisposeAsync();

    private static HttpResponseMessage Audit(HttpRequestMessage request) =>
        ScriptedHandler.Json(Answers.SeoPeekAudit(Answers.AuditedPage(request).AbsoluteUri));
}
