using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Http;
using SeoAudit.Client.Pacing;

namespace SeoAudit.Client.DependencyInjection;

/// <summary>Registers the HTTP client of one service: connections, one resilience pipeline, key and error handling.</summary>
internal static class ServiceHttpClient
{
    // Long-lived clients must notice when a host moves.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    // As many as a bulk run may have in flight at most. More would find no port, and no service that bears them.
    private const int MaxConnections = 1_000;

    public static IHttpClientBuilder Add(
        IServiceCollection services, string registration, ServiceProfile profile, Func<bool> keepHostResilience)
    {
        bool carriesKey = profile.Service is not null;
        IHttpClientBuilder builder = services
            .AddHttpClient(carriesKey ? HttpClientNames.For(registration, profile) : HttpClientNames.Public(registration))
            .UseSocketsHttpHandler((handler, provider) =>
            {
                handler.AllowAutoRedirect = !carriesKey;
                handler.MaxAutomaticRedirections = 5;
                handler.AutomaticDecompression = DecompressionMethods.None;
                handler.ConnectTimeout = ConnectTimeout;
                handler.PooledConnectionLifetime = ConnectionLifetime;
                handler.MaxConnectionsPerServer = MaxConnections;
                handler.UseCookies = false;
                handler.Proxy = new RemoteProxy();
                // The services are others': neither the app's traces nor what it carries along with them are their business.
                handler.ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator();
                provider.GetRequiredService<OwnedConnections>().Add(handler);
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .ConfigureAdditionalHttpMessageHandlers((handlers, _) => RemoveHostResilience(handlers, keepHostResilience()))
            .AddHttpMessageHandler(provider => new OperationObserver(profile, Telemetry(provider), Clock(provider)))
            .AddHttpMessageHandler(provider => new PacingHandler(Account(provider, registration, profile), Telemetry(provider)))
            .AddHttpMessageHandler(provider => new ServiceCallHandler(Account(provider, registration, profile), Clock(provider)));
        builder.AddResilienceHandler(ServicePipeline.Name, (pipeline, context) =>
            ServicePipeline.Configure(pipeline, profile, Telemetry(context.ServiceProvider), Clock(context.ServiceProvider)));
        return builder
            .AddHttpMessageHandler(static provider => new AttemptObserver(Telemetry(provider), Clock(provider)))
            .AddHttpMessageHandler(static () => new AttemptHandler());
    }

    public static TimeProvider Clock(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;

    private static ClientTelemetry Telemetry(IServiceProvider provider) => provider.GetRequiredService<ClientTelemetry>();

    private static ServiceAccount Account(IServiceProvider provider, string registration, ServiceProfile profile)
    {
        if (profile.Service is null)
        {
            // What belongs to no service works whatever is wrong with the services' settings.
            var none = new SeoAuditOptions();
            return new ServiceAccount(profile, () => none);
        }

        var options = provider.GetRequiredService<IOptionsMonitor<SeoAuditOptions>>();
        PacerSet pacers = provider.GetRequiredKeyedService<PacerSet>(registration.Length == 0 ? null : registration);
        return new ServiceAccount(profile, () => options.Get(registration), pacers.For(profile));
    }

    private static void RemoveHostResilience(IList<DelegatingHandler> handlers, bool keep)
    {
        for (int index = handlers.Count - 1; index >= 0 && !keep; index--)
        {
            if (handlers[index] is ResilienceHandler)
            {
                handlers.RemoveAt(index);
            }
        }
    }
}
