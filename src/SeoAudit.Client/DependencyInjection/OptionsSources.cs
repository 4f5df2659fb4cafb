using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SeoAudit.Client.DependencyInjection;

/// <summary>Where settings come from, weakest first: environment, configuration, delegate.</summary>
internal static class OptionsSources
{
    private const string EnvironmentPrefix = SeoAuditOptions.SectionName + "__";

    /// <summary>Reads the environment and, if wanted, the configuration that the app's container holds.</summary>
    public static void AddAmbient(IServiceCollection services, bool configuration)
    {
        services.AddOptions<SeoAuditOptions>().Configure(static options =>
            new ConfigurationBuilder().AddEnvironmentVariables(EnvironmentPrefix).Build().Bind(options));
        if (!configuration)
        {
            return;
        }

        services.AddSingleton<IOptionsChangeTokenSource<SeoAuditOptions>>(static provider =>
            new ConfigurationChangeTokenSource<SeoAuditOptions>(Options.DefaultName, HostSection(provider)));
        services.AddOptions<SeoAuditOptions>().Configure<IServiceProvider>(
            static (options, provider) => HostSection(provider).Bind(options));
    }

    /// <summary>Reads a configuration, and a delegate over it.</summary>
    public static void AddConfiguration(
        IServiceCollection services, string name, IConfiguration configuration, Action<SeoAuditOptions>? configure)
    {
        IConfigurationSection nested = configuration.GetSection(SeoAuditOptions.SectionName);
        IConfiguration section = nested.Exists() ? nested : configuration;
        services.AddSingleton<IOptionsChangeTokenSource<SeoAuditOptions>>(
            new ConfigurationChangeTokenSource<SeoAuditOptions>(name, section));
        services.Configure<SeoAuditOptions>(name, options => section.Bind(options));
        if (configure is not null)
        {
            services.Configure(name, configure);
        }
    }

    private static IConfiguration HostSection(IServiceProvider provider) =>
        (provider.GetService<IConfiguration>() ?? new ConfigurationBuilder().Build()).GetSection(SeoAuditOptions.SectionName);
}
