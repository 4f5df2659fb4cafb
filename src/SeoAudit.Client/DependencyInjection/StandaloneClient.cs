using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SeoAudit.Client.Pacing;

namespace SeoAudit.Client.DependencyInjection;

/// <summary>A client with a container of its own, built exactly like one in an app.</summary>
internal static class StandaloneClient
{
    public static SeoAuditClient Create(SeoAuditOptions? options)
    {
        var services = new ServiceCollection();
        services.AddSeoAudit();
        ServiceProvider provider = services.BuildServiceProvider();
        try
        {
            options ??= provider.GetRequiredService<IOptionsMonitor<SeoAuditOptions>>().CurrentValue;
            // Validates; the client that it makes is thrown away.
            provider.GetRequiredService<ISeoAuditClientFactory>().Create(options);
            ClientSet clients = provider.GetRequiredService<ClientSetFactory>()
                .Create(string.Empty, () => options, provider.GetRequiredService<PacerSet>());
            return new SeoAuditClient(clients, owned: provider);
        }
        catch
        {
            provider.Dispose();
            throw;
        }
    }
}
