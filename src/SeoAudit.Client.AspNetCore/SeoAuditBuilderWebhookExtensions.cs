using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SeoAudit.Client;
using SeoAudit.Client.AspNetCore;
using SeoAudit.Client.AspNetCore.Diagnostics;
using SeoAudit.Client.AspNetCore.Webhooks;
using SeoAudit.Client.Seogent;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what receives SEOgent's webhooks.</summary>
public static class SeoAuditBuilderWebhookExtensions
{
    /// <summary>
    /// Registers <see cref="SeogentWebhookReceiver"/> and <see cref="SeogentWebhookUrls"/> for this account, as keyed services where it
    /// has a key. The settings are checked when the host starts.
    /// </summary>
    /// <param name="builder">The account.</param>
    /// <param name="configure">Sets the settings: one secret at least.</param>
    /// <returns>The builder.</returns>
    public static SeoAuditBuilder AddSeogentWebhooks(this SeoAuditBuilder builder, Action<SeogentWebhookOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddOptions<SeogentWebhookOptions>(builder.Name).Configure(configure).ValidateOnStart();
        return Register(builder);
    }

    /// <summary>As the other overload, with settings from configuration and, over it, a delegate. When it is reloaded, they change with it.</summary>
    /// <param name="builder">The account.</param>
    /// <param name="section">The section with the settings, e.g. <c>SeogentWebhooks</c>.</param>
    /// <param name="configure">Sets the settings once more; null for nothing.</param>
    /// <returns>The builder.</returns>
    public static SeoAuditBuilder AddSeogentWebhooks(
        this SeoAuditBuilder builder, IConfiguration section, Action<SeogentWebhookOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(section);
        OptionsBuilder<SeogentWebhookOptions> options = builder.Services.AddOptions<SeogentWebhookOptions>(builder.Name).Bind(section).ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        return Register(builder);
    }

    /// <summary>
    /// Remembers handled scans in the app's <see cref="IDistributedCache"/>, which the app registers, e.g. with
    /// <c>AddStackExchangeRedisCache()</c>, so that many machines suppress each other's duplicates. For all accounts of the app.
    /// </summary>
    /// <remarks>Deliveries that reach two machines within the same milliseconds may both be handled, because such a cache cannot compare and set.</remarks>
    /// <param name="builder">The account.</param>
    /// <param name="configure">Sets how long is remembered; null for the defaults.</param>
    /// <returns>The builder.</returns>
    public static SeoAuditBuilder UseDistributedWebhookStore(
        this SeoAuditBuilder builder, Action<DistributedWebhookStoreOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<DistributedWebhookStoreOptions>()
            .Configure(configure ?? (static _ => { }))
            .Validate(
                static options => options.Retention > TimeSpan.Zero && options.ClaimLifetime > TimeSpan.Zero,
                $"{nameof(DistributedWebhookStoreOptions)}.{nameof(DistributedWebhookStoreOptions.Retention)} and {nameof(DistributedWebhookStoreOptions.ClaimLifetime)} must be more than zero.")
            .ValidateOnStart();
        builder.Services.RemoveAll<ISeogentWebhookStore>();
        builder.Services.AddSingleton<ISeogentWebhookStore>(static provider => new DistributedWebhookStore(
            provider.GetService<IDistributedCache>() ?? throw new InvalidOperationException(
                $"{nameof(UseDistributedWebhookStore)}() needs an {nameof(IDistributedCache)}: call e.g. services.AddStackExchangeRedisCache()."),
            provider.GetRequiredService<IOptions<DistributedWebhookStoreOptions>>().Value));
        return builder;
    }

    private static SeoAuditBuilder Register(SeoAuditBuilder builder)
    {
        IServiceCollection services = builder.Services;
        string name = builder.Name;
        object? key = name.Length == 0 ? null : name;
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SeogentWebhookOptions>, SeogentWebhookOptionsValidator>());
        services.TryAddSingleton<ISeogentWebhookStore>(static _ => new MemoryWebhookStore());
        services.TryAddKeyedSingleton(key, (provider, _) =>
            new SeogentWebhookUrls(provider.GetRequiredService<IOptionsMonitor<SeogentWebhookOptions>>(), name));
        services.TryAddKeyedSingleton(key, (provider, _) =>
        {
            SeogentWebhookOptions options = provider.GetRequiredService<IOptionsMonitor<SeogentWebhookOptions>>().Get(name);
            return new LookupLimit(options.LookupsPerMinute, options.MaxConcurrentLookups);
        });
        services.TryAddKeyedSingleton(key, (provider, _) =>
        {
            ILogger logger = provider.GetRequiredService<ILoggerFactory>().CreateLogger(Log.Category);
            TimeProvider time = provider.GetService<TimeProvider>() ?? TimeProvider.System;
            return new SeogentWebhookReceiver(
                name,
                provider.GetRequiredService<IOptionsMonitor<SeogentWebhookOptions>>(),
                new ScanLookup(provider.GetRequiredKeyedService<ISeogentClient>(key), provider.GetRequiredKeyedService<LookupLimit>(key), logger),
                new HandledScans(provider.GetRequiredService<ISeogentWebhookStore>(), time, logger),
                provider.GetRequiredService<IScanCompletionSignal>(),
                time,
                logger);
        });
        return builder;
    }
}
