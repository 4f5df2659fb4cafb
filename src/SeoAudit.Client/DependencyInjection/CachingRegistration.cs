using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SeoAudit.Client.Caching;
using SeoAudit.Client.Diagnostics;

namespace SeoAudit.Client.DependencyInjection;

/// <summary>Registers the cache of one registration.</summary>
internal static class CachingRegistration
{
    public static void Add(IServiceCollection services, string name, Action<AuditCacheOptions>? configure)
    {
        OptionsBuilder<AuditCacheOptions> options = services.AddOptions<AuditCacheOptions>(name).ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuditCacheOptions>, AuditCacheOptionsValidator>());
        services.TryAddSingleton<IHybridCacheSerializer<CachedAudit>, CachedAuditSerializer>();
        services.TryAddSingleton<AuditFlights>();
        services.TryAddSingleton<CacheMetrics>();
        object? key = name.Length == 0 ? null : name;
        services.TryAddKeyedSingleton(key, (provider, _) => Create(provider, name));
        services.TryAddKeyedSingleton<IAuditCache>(key, (provider, _) => provider.GetRequiredKeyedService<AuditCache>(key));
    }

    private static AuditCache Create(IServiceProvider provider, string name)
    {
        HybridCache cache = provider.GetService<HybridCache>() ?? throw new InvalidOperationException(
            "UseCaching() needs a HybridCache: call services.AddHybridCache(), from the package Microsoft.Extensions.Caching.Hybrid.");
        var store = new AuditStore(
            cache,
            provider.GetRequiredService<IOptionsMonitor<AuditCacheOptions>>().Get(name),
            provider.GetRequiredService<CacheMetrics>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger(Log.Category),
            new CachePatience(ServiceHttpClient.Clock(provider)));
        string? tenant = provider.GetRequiredService<IOptionsMonitor<SeoAuditOptions>>().Get(name).Tenant;
        return new AuditCache(store, provider.GetRequiredService<AuditFlights>(), tenant is null ? CacheTenant.OfRegistration(name) : CacheTenant.Named(tenant));
    }
}
