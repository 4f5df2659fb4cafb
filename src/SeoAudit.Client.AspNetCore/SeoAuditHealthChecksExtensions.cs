using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using SeoAudit.Client;
using SeoAudit.Client.AspNetCore;
using SeoAudit.Client.AspNetCore.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the health check of the audit services.</summary>
public static class SeoAuditHealthChecksExtensions
{
    /// <summary>
    /// Adds a check of SEOPeek, SEOgent and MetricSpot: whether they answer, whether they take the key, and how much is left. It buys
    /// nothing: it asks SEOPeek's health endpoint, SEOgent for the credits, and MetricSpot for its list of audits.
    /// </summary>
    /// <remarks>
    /// The result's data holds, for each service that was asked, e.g. <c>Seogent.Status</c>, <c>Seogent.Reachable</c>,
    /// <c>Seogent.KeyAccepted</c>, <c>Seogent.Remaining</c> and <c>SeoPeek.Limit</c>, as far as they are known; never a key. SEOPeek has
    /// no call that tries a key and spends nothing, so nothing is said of it.
    /// </remarks>
    /// <param name="builder">The app's health checks.</param>
    /// <param name="configure">Sets what is asked and when it is too little; null for the defaults.</param>
    /// <param name="serviceKey">The key of the account, as <c>AddKeyedSeoAudit()</c> got it; null for the one of <c>AddSeoAudit()</c>.</param>
    /// <param name="name">The check's name; null for <c>seoaudit</c>, with the account's key behind a hyphen where it has one.</param>
    /// <param name="failureStatus">What is reported when a service fails; null for <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags to select checks by; null for none.</param>
    /// <returns>The builder.</returns>
    public static IHealthChecksBuilder AddSeoAudit(
        this IHealthChecksBuilder builder,
        Action<SeoAuditHealthOptions>? configure = null,
        string? serviceKey = null,
        string? name = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        string own = name ?? (serviceKey is null ? "seoaudit" : $"seoaudit-{serviceKey}");
        OptionsBuilder<SeoAuditHealthOptions> options = builder.Services.AddOptions<SeoAuditHealthOptions>(own).ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SeoAuditHealthOptions>, SeoAuditHealthOptionsValidator>());
        // One for all probes, or nothing would be kept from one to the next.
        builder.Services.AddKeyedSingleton(own, (provider, _) => Create(provider, own, serviceKey));
        return builder.Add(new HealthCheckRegistration(
            own, provider => provider.GetRequiredKeyedService<SeoAuditHealthCheck>(own), failureStatus, tags));
    }

    private static SeoAuditHealthCheck Create(IServiceProvider provider, string name, string? serviceKey)
    {
        var settings = provider.GetRequiredService<IOptionsMonitor<SeoAuditOptions>>();
        return new SeoAuditHealthCheck(
            provider.GetRequiredKeyedService<ISeoAuditClient>(serviceKey),
            provider.GetRequiredService<IOptionsMonitor<SeoAuditHealthOptions>>().Get(name),
            () => UsableServices(settings.Get(serviceKey ?? string.Empty)),
            provider.GetService<TimeProvider>() ?? TimeProvider.System);
    }

    private static AuditService[] UsableServices(SeoAuditOptions settings) =>
    [
        AuditService.SeoPeek,
        .. string.IsNullOrEmpty(settings.Seogent.ApiToken) ? (AuditService[])[] : [AuditService.Seogent],
        .. string.IsNullOrEmpty(settings.MetricSpot.ApiKey) ? (AuditService[])[] : [AuditService.MetricSpot],
    ];
}
