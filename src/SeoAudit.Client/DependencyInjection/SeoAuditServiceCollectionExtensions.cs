using Microsoft.Extensions.Configuration;
using SeoAudit.Client;
using SeoAudit.Client.DependencyInjection;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers SEO-audit clients.</summary>
public static class SeoAuditServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="ISeoAuditClient"/>, the clients and Refit interfaces of the three services, and
    /// <see cref="ISeoAuditClientFactory"/>, as singletons. Settings come from environment variables such as
    /// <c>SeoAudit__Seogent__ApiToken</c> and, over them, from the section <c>SeoAudit</c> of the app's configuration where it has
    /// one. They are checked when the host starts.
    /// </summary>
    /// <param name="services">The app's services.</param>
    /// <returns>A builder to go on with.</returns>
    public static SeoAuditBuilder AddSeoAudit(this IServiceCollection services)
    {
        SeoAuditBuilder builder = SeoAuditRegistration.Add(services, name: string.Empty);
        OptionsSources.AddAmbient(services, configuration: true);
        return builder;
    }

    /// <summary>Registers the clients with settings from environment variables and, over them, a delegate.</summary>
    /// <param name="services">The app's services.</param>
    /// <param name="configure">Sets the settings.</param>
    /// <returns>A builder to go on with.</returns>
    public static SeoAuditBuilder AddSeoAudit(this IServiceCollection services, Action<SeoAuditOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        SeoAuditBuilder builder = SeoAuditRegistration.Add(services, name: string.Empty);
        OptionsSources.AddAmbient(services, configuration: false);
        services.Configure(builder.Name, configure);
        return builder;
    }

    /// <summary>
    /// Registers the clients with settings from environment variables, over them from configuration, and over that from a
    /// delegate. When the configuration is reloaded, the settings change with it.
    /// </summary>
    /// <param name="services">The app's services.</param>
    /// <param name="configuration">The section with the settings, or a configuration that has a section <c>SeoAudit</c>.</param>
    /// <param name="configure">Sets the settings once more; null for nothing.</param>
    /// <returns>A builder to go on with.</returns>
    public static SeoAuditBuilder AddSeoAudit(
        this IServiceCollection services, IConfiguration configuration, Action<SeoAuditOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        SeoAuditBuilder builder = SeoAuditRegistration.Add(services, name: string.Empty);
        OptionsSources.AddAmbient(services, configuration: false);
        OptionsSources.AddConfiguration(services, builder.Name, configuration, configure);
        return builder;
    }

    /// <summary>
    /// Registers the clients of one account among several, as keyed services. Only what is given here counts: environment
    /// variables are not read, so that a tenant without a key never audits at another's expense.
    /// </summary>
    /// <param name="services">The app's services.</param>
    /// <param name="serviceKey">The key to get the services by, e.g. a tenant's name; not empty.</param>
    /// <param name="configure">Sets the settings.</param>
    /// <returns>A builder to go on with.</returns>
    public static SeoAuditBuilder AddKeyedSeoAudit(
        this IServiceCollection services, string serviceKey, Action<SeoAuditOptions> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceKey);
        ArgumentNullException.ThrowIfNull(configure);
        SeoAuditBuilder builder = SeoAuditRegistration.Add(services, serviceKey);
        services.Configure(serviceKey, configure);
        return builder;
    }

    /// <summary>Registers the clients of one account among several, as keyed services, from configuration and, over it, a delegate.</summary>
    /// <param name="services">The app's services.</param>
    /// <param name="serviceKey">The key to get the services by, e.g. a tenant's name; not empty.</param>
    /// <param name="configuration">The section with the settings, or a configuration that has a section <c>SeoAudit</c>.</param>
    /// <param name="configure">Sets the settings once more; null for nothing.</param>
    /// <returns>A builder to go on with.</returns>
    public static SeoAuditBuilder AddKeyedSeoAudit(
        this IServiceCollection services, string serviceKey, IConfiguration configuration, Action<SeoAuditOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceKey);
        ArgumentNullException.ThrowIfNull(configuration);
        SeoAuditBuilder builder = SeoAuditRegistration.Add(services, serviceKey);
        OptionsSources.AddConfiguration(services, serviceKey, configuration, configure);
        return builder;
    }
}
