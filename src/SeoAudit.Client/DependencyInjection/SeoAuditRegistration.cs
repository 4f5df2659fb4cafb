using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SeoAudit.Client.Caching;
using SeoAudit.Client.Configuration;
using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Http;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Pacing;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Webhooks;

namespace SeoAudit.Client.DependencyInjection;

/// <summary>Registers everything of one account, once.</summary>
internal static class SeoAuditRegistration
{
    public static SeoAuditBuilder Add(IServiceCollection services, string name)
    {
        ArgumentNullException.ThrowIfNull(services);
        RegistrationState? existing = services
            .Where(static service => !service.IsKeyedService)
            .Select(static service => service.ImplementationInstance)
            .OfType<RegistrationState>()
            .FirstOrDefault(state => state.Name == name);
        if (existing is not null)
        {
            return new SeoAuditBuilder(services, name, existing);
        }

        RegistrationState state = AddHttpClients(services, name);
        services.AddSingleton(state);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SeoAuditOptions>, SeoAuditOptionsValidator>());
        services.AddOptions<SeoAuditOptions>(name).ValidateOnStart();
        services.TryAddSingleton(static provider =>
            new ClientSetFactory(
                provider.GetRequiredService<IHttpClientFactory>(),
                ServiceHttpClient.Clock(provider),
                provider.GetRequiredService<ClientTelemetry>(),
                provider.GetRequiredService<IScanCompletionSignal>()));
        services.TryAddSingleton<IScanCompletionSignal, ScanCompletionSignal>();
        services.TryAddSingleton<ClientTelemetry>();
        services.TryAddSingleton<OwnedConnections>();
        AddClients(services, name, state);
        return new SeoAuditBuilder(services, name, state);
    }

    private static RegistrationState AddHttpClients(IServiceCollection services, string name)
    {
        RegistrationState state = null!;
        IHttpClientBuilder Client(ServiceProfile profile) =>
            ServiceHttpClient.Add(services, name, profile, () => state.KeepHostResilience);

        state = new RegistrationState(name)
        {
            SeoPeek = Client(SeoPeekProfile.Instance),
            Seogent = Client(SeogentProfile.Instance),
            MetricSpot = Client(MetricSpotProfile.Instance),
            Public = Client(PublicProfile.Instance),
        };
        return state;
    }

    private static void AddClients(IServiceCollection services, string name, RegistrationState state)
    {
        object? key = name.Length == 0 ? null : name;
        services.AddKeyedSingleton(key, (provider, _) => AccountPacers.Create(provider, state));
        services.AddKeyedSingleton(key, (provider, _) =>
        {
            var options = provider.GetRequiredService<IOptionsMonitor<SeoAuditOptions>>();
            ClientSet clients = provider.GetRequiredService<ClientSetFactory>()
                .Create(name, () => options.Get(name), provider.GetRequiredKeyedService<PacerSet>(key));
            var meters = provider.GetRequiredService<IMeterFactory>();
            QuotaGauge.Add(meters, name, clients.Accounts);
            CreditsGauge.Add(meters, name, clients.Credits);
            return clients;
        });
        services.AddKeyedSingleton<ISeoAuditClientFactory>(key, (provider, _) =>
            new SeoAuditClientFactory(provider.GetRequiredService<ClientSetFactory>(), name, new SeoAuditOptionsValidator(), provider.GetKeyedService<AuditCache>(key)));
        services.AddKeyedSingleton<ISeoAuditClient>(key, (provider, _) =>
            new SeoAuditClient(provider.GetRequiredKeyedService<ClientSet>(key), provider.GetKeyedService<AuditCache>(key)));
        Expose(static clients => clients.SeoPeek);
        Expose(static clients => clients.Seogent);
        Expose(static clients => clients.MetricSpot);
        Expose(static clients => clients.SeoPeekApi);
        Expose(static clients => clients.SeogentApi);
        Expose(static clients => clients.MetricSpotApi);

        void Expose<T>(Func<ClientSet, T> select)
            where T : class =>
            services.AddKeyedSingleton(key, (provider, _) => select(provider.GetRequiredKeyedService<ClientSet>(key)));
    }
}
