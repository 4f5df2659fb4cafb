using Microsoft.Extensions.DependencyInjection;

namespace SeoAudit.Client.Tests.Support;

internal static class ScriptedBuilder
{
    /// <summary>Puts a handler in the place of the network.</summary>
    public static SeoAuditBuilder On(this SeoAuditBuilder builder, HttpMessageHandler handler)
    {
        foreach (IHttpClientBuilder http in new[] { builder.SeoPeek, builder.Seogent, builder.MetricSpot, builder.Public })
        {
            http.ConfigurePrimaryHttpMessageHandler(() => handler);
        }

        return builder;
    }
}
