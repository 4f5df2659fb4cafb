using System.Text.Json.Serialization;
using Refit;
using SeoAudit.Client.Http;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;

namespace SeoAudit.Client.DependencyInjection;

/// <summary>Builds the clients of one account on the HTTP clients of one registration.</summary>
internal sealed class ClientSetFactory(IHttpClientFactory http, TimeProvider time)
{
    /// <param name="registration">Whose HTTP clients are used; empty for <c>AddSeoAudit()</c>, else the key.</param>
    /// <param name="options">Where the account's settings are read, on every request.</param>
    public ClientSet Create(string registration, Func<SeoAuditOptions> options)
    {
        ISeoPeekApi seoPeek = Api<ISeoPeekApi>(registration, SeoPeekProfile.Instance, SeoPeekJsonContext.Default, options);
        ISeogentApi seogent = Api<ISeogentApi>(registration, SeogentProfile.Instance, SeogentJsonContext.Default, options);
        IMetricSpotApi metricSpot = Api<IMetricSpotApi>(registration, MetricSpotProfile.Instance, MetricSpotJsonContext.Default, options);
        var downloader = new PublicDownloader(http.CreateClient(HttpClientNames.Public(registration)));
        return new ClientSet(seoPeek, seogent, metricSpot, downloader)
        {
            SeoPeek = new SeoPeekClient(seoPeek),
            Seogent = new SeogentClient(seogent, Settings<SeogentOptions>(SeogentProfile.Instance, options), time),
            MetricSpot = new MetricSpotClient(metricSpot, downloader, Settings<MetricSpotOptions>(MetricSpotProfile.Instance, options), time),
        };
    }

    private static Func<TOptions> Settings<TOptions>(ServiceProfile profile, Func<SeoAuditOptions> options)
        where TOptions : ServiceOptions
    {
        var account = new ServiceAccount(profile, options);
        return () => (TOptions)account.OptionsForCall();
    }

    private T Api<T>(string registration, ServiceProfile profile, JsonSerializerContext context, Func<SeoAuditOptions> options)
    {
        var account = new ServiceAccount(profile, options);
        HttpClient client = http.CreateClient(HttpClientNames.For(registration, profile));
        client.BaseAddress = account.Options.BaseAddress;
        client.Timeout = Timeout.InfiniteTimeSpan;
        return RestService.ForGenerated<T>(client, RefitSettingsFactory.Create(context, account));
    }
}
