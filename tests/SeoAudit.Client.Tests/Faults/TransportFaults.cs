using System.Net.Sockets;

namespace SeoAudit.Client.Tests.Faults;

/// <summary>What happens to a connection.</summary>
internal static class TransportFaults
{
    public static IEnumerable<Fault> All =>
    [
        new("connection refused", static _ => throw new HttpRequestException(
            HttpRequestError.ConnectionError, "refused", new SocketException((int)SocketError.ConnectionRefused))) { IsBeforeSending = true },
        new("DNS failure", static _ => throw new HttpRequestException(
            HttpRequestError.NameResolutionError, "no such host", new SocketException((int)SocketError.HostNotFound))) { IsBeforeSending = true },
        new("TLS failure", static _ => throw new HttpRequestException(
            HttpRequestError.SecureConnectionError, "TLS", new System.Security.Authentication.AuthenticationException("untrusted"))) { IsBeforeSending = true },
        new("no connection in time", static _ => throw new TaskCanceledException("not connected", new TimeoutException("not connected"))) { IsBeforeSending = true },
        new("reset before headers", static _ => throw new HttpRequestException(
            "reset", new IOException("reset", new SocketException((int)SocketError.ConnectionReset)))),
        new("closed before headers", static _ => throw new HttpRequestException(
            HttpRequestError.ResponseEnded, "closed", new HttpIOException(HttpRequestError.ResponseEnded))),
        new("reset mid-body", static scene => Broken(scene, static () => throw new IOException(
            "reset", new SocketException((int)SocketError.ConnectionReset)))),
        new("closed mid-body", static scene => Broken(scene, static () => throw new HttpIOException(HttpRequestError.ResponseEnded))),
        new("chunk error", static scene => Broken(scene, static () => throw new HttpIOException(HttpRequestError.InvalidResponse))),
        new("not HTTP", static _ => throw new HttpRequestException(HttpRequestError.InvalidResponse, "not HTTP")),
        new("stall before the request is sent", static async (scene, stop) =>
        {
            await scene.Clock.StallAsync(null, stop).ConfigureAwait(false);
            return scene.Answer();
        }) { IsBeforeSending = true },
        new("slow headers", static async (scene, stop) =>
        {
            await scene.Clock.StallAsync(null, stop).ConfigureAwait(false);
            return scene.Answer();
        }),
        new("stall mid-body", static scene => scene.Answer(async (index, stop) =>
        {
            await (index == 0 ? Task.CompletedTask : scene.Clock.StallAsync(null, stop)).ConfigureAwait(false);
            return scene.Good.AsMemory(0, 1);
        })),
        new("slow drip body", static scene =>
        {
            // Too slow for an attempt, and yet never silent for as long as one may take.
            byte[] body = scene.Good;
            return scene.Answer(async (index, stop) =>
            {
                await scene.Clock.StallAsync(TimeSpan.FromSeconds(20), stop).ConfigureAwait(false);
                return index < body.Length ? body.AsMemory(index, 1) : default;
            });
        }),
    ];

    private static HttpResponseMessage Broken(FaultScene scene, Action fail) => scene.Answer((index, _) =>
    {
        if (index > 0)
        {
            fail();
        }

        return Task.FromResult<ReadOnlyMemory<byte>>(scene.Good.AsMemory(0, 1));
    });
}
