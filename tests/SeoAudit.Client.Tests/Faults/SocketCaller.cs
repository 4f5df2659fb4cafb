using System.Net.Sockets;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using SeoAudit.Client.DependencyInjection;
using SeoAudit.Client.Http;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Faults;

/// <summary>
/// Calls endpoints over real sockets, on a clock that leaps. What a server must know of the caller to strike at the right moment, it tells it.
/// </summary>
internal sealed class SocketCaller
{
    /// <summary>A header of answers whose arrival is told.</summary>
    public const string Announced = "X-Announced";

    private static readonly TimeSpan RealLimit = TimeSpan.FromSeconds(60);

    private static readonly string[] Called =
    [
        nameof(ISeoPeekApi.AuditAsync), nameof(ISeoPeekApi.CreateKeyAsync),
        nameof(ISeogentApi.GetCreditsAsync), nameof(ISeogentApi.CreateScanAsync), nameof(ISeogentApi.CancelScanAsync),
        nameof(IMetricSpotApi.GetAuditAsync), nameof(IMetricSpotApi.CreateAuditAsync), nameof(IMetricSpotApi.CreatePdfAsync),
        nameof(IMetricSpotApi.DownloadPdfAsync), nameof(IPublicDownloader.DownloadAsync),
    ];

    private readonly FaultClock _clock = new();
    private readonly Channel<HttpResponseMessage> _announced = Channel.CreateUnbounded<HttpResponseMessage>();
    private CancellationToken _attempt;

    public static IReadOnlyList<MatrixEndpoint> Endpoints { get; } = [.. MatrixEndpoints.All.Where(static endpoint => Called.Contains(endpoint.Method))];

    /// <summary>Makes one call; nothing is pooled any longer than its client lives.</summary>
    public async Task<Exception?> CallAsync(MatrixEndpoint endpoint, Uri address)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        SeoAuditBuilder builder = services.AddSeoAudit(options =>
        {
            (options.SeoPeek.ApiKey, options.Seogent.ApiToken, options.MetricSpot.ApiKey) = (TestClient.SeoPeekKey, TestClient.SeogentKey, TestClient.MetricSpotKey);
            options.SeoPeek.BaseAddress = address;
            options.Seogent.BaseAddress = address;
            options.MetricSpot.BaseAddress = address;
            options.MetricSpot.Spacing = TimeSpan.Zero;
        });
        foreach (IHttpClientBuilder http in new[] { builder.SeoPeek, builder.Seogent, builder.MetricSpot, builder.Public })
        {
            // Added last, and so next to the sockets.
            http.AddHttpMessageHandler(() => new Attempts(this));
        }

        await using ServiceProvider provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ISeoAuditClient>();
        IPublicDownloader downloader = provider.GetRequiredKeyedService<ClientSet>(null).Downloader;
        return await Record.ExceptionAsync(() => _clock.RunAsync(() => endpoint.Column == EndpointColumn.Download
            ? MatrixEndpoints.DownloadAsync(downloader, address)
            : endpoint.Call(client, downloader)));
    }

    /// <summary>Ends when the headers of the next announced answer have been read.</summary>
    public Task AnnouncedAsync() => _announced.Reader.ReadAsync().AsTask().WaitAsync(RealLimit);

    /// <summary>Says nothing more, as a server does that hangs: time passes until the caller gives the attempt up, or closes the connection.</summary>
    public async Task StallAsync(Socket socket)
    {
        // What gives up the attempt ends this too, and no later: the clock must not leap on, for this, through what the caller does next.
        using var over = CancellationTokenSource.CreateLinkedTokenSource(_attempt);
        Task hanging = _clock.StallAsync(null, over.Token);
        Task closed = socket.ReceiveAsync(new byte[1], over.Token).AsTask();
        await Task.WhenAny(hanging, closed);
        await over.CancelAsync();
        await Task.WhenAll(hanging, closed).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private sealed class Attempts(SocketCaller caller) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            caller._attempt = cancellationToken;
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.Contains(Announced))
            {
                Assert.True(caller._announced.Writer.TryWrite(response));
            }

            return response;
        }
    }
}
