using System.Text.Json.Serialization;
using Refit;
using SeoAudit.Client.Creating;
using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Http;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Pacing;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;

namespace SeoAudit.Client.DependencyInjection;

/// <summary>Builds the clients of one account on the HTTP clients of one registration.</summary>
internal sealed class ClientSetFactory(IHttpClientFactory http, TimeProvider time, ClientTelemetry telemetry, IScanCompletionSignal signal)
{
    /// <param name="registration">Whose HTTP clients are used; empty for <c>AddSeoAudit()</c>, else the key.</param>
    /// <param name="options">Where the account's settings are read, on every request.</param>
    /// <param name="pacers">What paces the account's audits; null for pacers of its own.</param>
    public ClientSet Create(string registration, Func<SeoAuditOptions> options, PacerSet? pacers)
    {
        pacers ??= AccountPacers.Create(time);
        var credits = new CreditsSeen();
        return Create(isBulk: false) with { ForBulk = Create(isBulk: true) };

        ClientSet Create(bool isBulk)
        {
            return CreateSet(
                registration, credits, Account(SeoPeekProfile.Instance), Account(SeogentProfile.Instance), Account(MetricSpotProfile.Instance));

            ServiceAccount Account(ServiceProfile profile) => new(profile, options, pacers.For(profile), isBulk);
        }
    }

    private ClientSet CreateSet(
        string registration, CreditsSeen credits, ServiceAccount seoPeek, ServiceAccount seogent, ServiceAccount metricSpot)
    {
        CreatingCalls<ISeoPeekApi> seoPeekCalls = Calls<ISeoPeekApi>(registration, SeoPeekJsonContext.Default, seoPeek);
        CreatingCalls<ISeogentApi> seogentCalls = Calls<ISeogentApi>(registration, SeogentJsonContext.Default, seogent);
        CreatingCalls<IMetricSpotApi> metricSpotCalls = Calls<IMetricSpotApi>(registration, MetricSpotJsonContext.Default, metricSpot);
        var downloader = new PublicDownloader(http.CreateClient(HttpClientNames.Public(registration)));
        return new ClientSet(seoPeekCalls.Api, seogentCalls.Api, metricSpotCalls.Api, downloader)
        {
            Accounts = [seoPeek, seogent, metricSpot],
            SeoPeek = new SeoPeekClient(seoPeekCalls),
            Seogent = new SeogentClient(seogentCalls, () => (SeogentOptions)seogent.OptionsForCall(), credits, signal),
            MetricSpot = new MetricSpotClient(metricSpotCalls, downloader, () => (MetricSpotOptions)metricSpot.OptionsForCall()),
            Time = time,
            Telemetry = telemetry,
            Credits = credits,
        };
    }

    private CreatingCalls<T> Calls<T>(string registration, JsonSerializerContext context, ServiceAccount account) =>
        new(account, watched => Api<T>(registration, context, watched), time, telemetry);

    private T Api<T>(string registration, JsonSerializerContext context, ServiceAccount account)
    {
        HttpClient client = http.CreateClient(HttpClientNames.For(registration, account.Profile));
        // A call that is on its way fails as such when the settings break; for what is bought, that is an error that leads to it.
        client.BaseAddress = (account.Watch is null ? account.Options : account.OptionsForCall()).BaseAddress;
        client.Timeout = Timeout.InfiniteTimeSpan;
        return RestService.ForGenerated<T>(client, RefitSettingsFactory.Create(context, account, telemetry));
    }
}
