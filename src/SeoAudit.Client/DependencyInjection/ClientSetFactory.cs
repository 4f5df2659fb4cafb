using System.Text.Json.Serialization;
using Refit;
using SeoAudit.Client.Creating;
using SeoAudit.Client.Http;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Pacing;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;

namespace SeoAudit.Client.DependencyInjection;

/// <summary>Builds the clients of one account on the HTTP clients of one registration.</summary>
internal sealed class ClientSetFactory(IHttpClientFactory http, TimeProvider time)
{
    /// <param name="registration">Whose HTTP clients are used; empty for <c>AddSeoAudit()</c>, else the key.</param>
    /// <param name="options">Where the account's settings are read, on every request.</param>
    /// <param name="pacers">What paces the account's audits; null for pacers of its own.</param>
    public ClientSet Create(string registration, Func<SeoAuditOptions> options, PacerSet? pacers)
    {
        pacers ??= AccountPacers.Create(time);
        return Create(isBulk: false) with { ForBulk = Create(isBulk: true) };

        ClientSet Create(bool isBulk)
        {
            return CreateSet(registration, Account(SeoPeekProfile.Instance), Account(SeogentProfile.Instance), Account(MetricSpotProfile.Instance));

            ServiceAccount Account(ServiceProfile profile) => new(profile, options, pacers.For(profile), isBulk);
        }
    }

    private ClientSet CreateSet(string registration, ServiceAccount seoPeek, ServiceAccount seogent, ServiceAccount metricSpot)
    {
        Func<ServiceAccount, ISeoPeekApi> seoPeekApiFor = account => Api<ISeoPeekApi>(registration, SeoPeekJsonContext.Default, account);
        Func<ServiceAccount, ISeogentApi> seogentApiFor = account => Api<ISeogentApi>(registration, SeogentJsonContext.Default, account);
        Func<ServiceAccount, IMetricSpotApi> metricSpotApiFor = account => Api<IMetricSpotApi>(registration, MetricSpotJsonContext.Default, account);
        ISeoPeekApi seoPeekApi = seoPeekApiFor(seoPeek);
        ISeogentApi seogentApi = seogentApiFor(seogent);
        IMetricSpotApi metricSpotApi = metricSpotApiFor(metricSpot);
        var downloader = new PublicDownloader(http.CreateClient(HttpClientNames.Public(registration)));
        return new ClientSet(seoPeekApi, seogentApi, metricSpotApi, downloader)
        {
            Accounts = [seoPeek, seogent, metricSpot],
            SeoPeek = new SeoPeekClient(seoPeekApi, new CreatingCalls<ISeoPeekApi>(seoPeek, seoPeekApiFor, time)),
            Seogent = new SeogentClient(
                seogentApi,
                new CreatingCalls<ISeogentApi>(seogent, seogentApiFor, time),
                () => (SeogentOptions)seogent.OptionsForCall(),
                time),
            MetricSpot = new MetricSpotClient(
                metricSpotApi,
                new CreatingCalls<IMetricSpotApi>(metricSpot, metricSpotApiFor, time),
                downloader,
                () => (MetricSpotOptions)metricSpot.OptionsForCall(),
                time),
            Time = time,
        };
    }

    private T Api<T>(string registration, JsonSerializerContext context, ServiceAccount account)
    {
        HttpClient client = http.CreateClient(HttpClientNames.For(registration, account.Profile));
        client.BaseAddress = account.Options.BaseAddress;
        client.Timeout = Timeout.InfiniteTimeSpan;
        return RestService.ForGenerated<T>(client, RefitSettingsFactory.Create(context, account));
    }
}
