using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Options;
using SeoAudit.Cli.Terminal;
using SeoAudit.Client;

namespace SeoAudit.Cli.Settings;

/// <summary>The client, with the settings of the user's file and, over them, of the environment.</summary>
internal sealed class ToolClient : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private ToolClient(ServiceProvider services, IConfigurationSection settings)
    {
        _services = services;
        Settings = settings;
        Client = services.GetRequiredService<ISeoAuditClient>();
    }

    public ISeoAuditClient Client { get; }

    public IConfigurationSection Settings { get; }

    /// <summary>Makes a client of the services.</summary>
    public static ToolClient Create(Screen screen)
    {
        IConfigurationSection settings = Read();
        return new ToolClient(Services(settings, screen, emulator: null), settings);
    }

    /// <summary>Makes a client that only reaches this machine.</summary>
    public static ToolClient CreateLocal(Uri emulator, Screen screen)
    {
        // The user's keys and addresses have no business here.
        IConfigurationSection none = new ConfigurationBuilder().Build().GetSection(SeoAuditOptions.SectionName);
        return new ToolClient(Services(none, screen, emulator), none);
    }

    /// <exception cref="UsageException">The service needs a key and there is none.</exception>
    public void RequireKey(AuditService service)
    {
        if (service != AuditService.SeoPeek && !HasKey(service))
        {
            var key = ServiceKey.Of(service);
            throw new UsageException(
                $"{AuditOptions.NameOf(service)} needs a key. Set {key.EnvironmentVariable} in the environment, "
                + $"or run: seoaudit config set {key.Section.ToLowerInvariant()}");
        }
    }

    public bool HasKey(AuditService service)
    {
        var key = ServiceKey.Of(service);
        return !string.IsNullOrEmpty(Settings[$"{key.Section}:{key.Member}"]);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static IConfigurationSection Read() => new ConfigurationBuilder()
        .AddInMemoryCollection(UserSettings.Load().All())
        .AddEnvironmentVariables()
        .Build()
        .GetSection(SeoAuditOptions.SectionName);

    private static ServiceProvider Services(IConfiguration settings, Screen screen, Uri? emulator)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging =>
        {
            logging.SetMinimumLevel(screen.IsVerbose ? LogLevel.Debug : LogLevel.None);
            if (screen.IsVerbose)
            {
                logging.AddProvider(new ScreenLog(screen));
            }
        });
        SeoAuditBuilder builder = services.AddSeoAudit(settings);
        if (emulator is not null)
        {
            builder.UseEmulator(emulator);
            builder.Public.AddHttpMessageHandler(static () => new LoopbackOnlyHandler());
        }

        return services.BuildServiceProvider();
    }
}
