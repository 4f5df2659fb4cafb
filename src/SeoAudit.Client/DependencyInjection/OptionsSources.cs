using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace SeoAudit.Client.DependencyInjection;

/// <summary>Where settings come from, weakest first: environment, configuration, delegate.</summary>
internal static class OptionsSources
{
    private static readonly ServiceDescriptor Environment =
        ServiceDescriptor.Singleton<IConfigureOptions<SeoAuditOptions>, EnvironmentSettings>();

    private static readonly ServiceDescriptor Host =
        ServiceDescriptor.Singleton<IConfigureOptions<SeoAuditOptions>, HostSettings>();

    /// <summary>Reads the environment and, if wanted, the configuration that the app's container holds.</summary>
    public static void AddAmbient(IServiceCollection services, bool configuration)
    {
        // Settings are applied in the order of registration, and what an app registered before this call is stronger too.
        if (!services.Contains(Environment))
        {
            services.Insert(0, Environment);
        }

        if (configuration && !services.Contains(Host))
        {
            services.Insert(services.IndexOf(Environment) + 1, Host);
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IOptionsChangeTokenSource<SeoAuditOptions>, HostSettings>());
        }
    }

    /// <summary>Reads a configuration, and a delegate over it.</summary>
    public static void AddConfiguration(
        IServiceCollection services, string name, IConfiguration configuration, Action<SeoAuditOptions>? configure)
    {
        services.AddSingleton<IOptionsChangeTokenSource<SeoAuditOptions>>(
            new ConfigurationChangeTokenSource<SeoAuditOptions>(name, configuration));
        services.Configure<SeoAuditOptions>(name, options => Section(configuration).Bind(options));
        if (configure is not null)
        {
            services.Configure(name, configure);
        }
    }

    // Looked up each time: the section may come with a reload.
    private static IConfiguration Section(IConfiguration configuration)
    {
        IConfigurationSection nested = configuration.GetSection(SeoAuditOptions.SectionName);
        return nested.Exists() ? nested : configuration;
    }
}
