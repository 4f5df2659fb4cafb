using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Refit;
using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Http;
using SeoAudit.Client.Seogent;

namespace SeoAudit.Client.Tests.Diagnostics;

/// <summary>Where nobody listens, nothing is made that somebody could have listened to.</summary>
[Collection(nameof(AloneInProcess))]
public sealed class SilenceTests
{
    [Fact]
    public void A_call_costs_nothing_more()
    {
        using ServiceProvider services = new ServiceCollection().AddLogging().AddMetrics().AddSingleton<ClientTelemetry>().BuildServiceProvider();
        var telemetry = services.GetRequiredService<ClientTelemetry>();
        using var answer = new HttpResponseMessage(HttpStatusCode.OK);
        Task<HttpResponseMessage> answered = Task.FromResult(answer);
        using var plain = new HttpMessageInvoker(new Answering(answered));
        using var observed = new HttpMessageInvoker(new OperationObserver(SeogentProfile.Instance, telemetry, TimeProvider.System)
        {
            InnerHandler = new AttemptObserver(telemetry, TimeProvider.System) { InnerHandler = new Answering(answered) },
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://example.com/");
        request.Options.Set(new HttpRequestOptionsKey<string>(HttpRequestMessageOptions.MethodName), nameof(ISeogentApi.GetCreditsAsync));

        Allocated(plain, request);
        Allocated(observed, request);
        Assert.Equal(Allocated(plain, request), Allocated(observed, request));
        Assert.False(telemetry.ObservesCalls);
        Assert.False(telemetry.ObservesWaits);
    }

    private static long Allocated(HttpMessageInvoker invoker, HttpRequestMessage request)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (var call = 0; call < 100; call++)
        {
            _ = invoker.SendAsync(request, CancellationToken.None);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private sealed class Answering(Task<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => answer;
    }
}
