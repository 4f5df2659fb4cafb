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
    public ClientSet Create(string registration, Func<SeoAuditOptions> options) =>
        Create(registration, options, paced: false) with { ForBulk = Create(registration, options, paced: true) };

    private ClientSet Create(string registration, Func<SeoAuditOptions> options, bool paced)
    {
        ISeoPeekApi seoPeek = Api<ISeoPeekApi>(SeoPeekProfile.Instance, SeoPeekJsonContext.Default);
        ISeogentApi seogent = Api<ISeogentApi>(SeogentProfile.Instance, SeogentJsonContext.Default);
        IMetricSpotApi metricSpot = Api<IMetricSpotApi>(MetricSpotProfile.Instance, MetricSpotJsonContext.Default);
        var downloader = new PublicDownloader(http.CreateClient(HttpClientNames.Public(registration)));
        return new ClientSet(seoPeek, seogent, metricSpot, downloader)
        {
            SeoPeek = new SeoPeekClient(seoPeek),
            Seogent = new SeogentClient(seogent, Settings<SeogentOptions>(SeogentProfile.Instance, options), time),
            MetricSpot = new MetricSpotClient(metricSpot, downloader, Settings<MetricSpotOptions>(MetricSpotProfile.Instance, options), time),
            Options = options,
            Time = time,
        };

        T Api<T>(ServiceProfile profile, JsonSerializerContext context)
        {
            var account = new ServiceAccount(profile, options, paced);
            HttpClient client = http.CreateClient(HttpClientNames.For(registration, profile));
            client.BaseAddress = account.Options.BaseAddress;
            client.Timeout = Timeout.InfiniteTimeSpan;
            return RestService.ForGenerated<T>(client, RefitSettingsFactory.Create(context, account));
        }
    }

    private static Func<TOptions> Settings<TOptions>(ServiceProfile profile, Func<SeoAuditOptions> options)
        where TOptions : ServiceOptions
    {
        var account = new ServiceAccount(profile, options);
        return () => (TOptions)account.OptionsForCall();
    }
}
