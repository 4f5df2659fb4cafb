using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace SeoAudit.Client.Tests.Creating;

/// <summary>A connection to a real server that fails for each key as its schedule says.</summary>
internal sealed class FaultyLink() : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly ConcurrentDictionary<string, Func<HttpRequestMessage, LinkFault>> _schedules = new(StringComparer.Ordinal);

    public void Schedule(string key, Func<HttpRequestMessage, LinkFault> next) => _schedules[key] = next;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        LinkFault fault = _schedules[request.Headers.Authorization!.Parameter!](request);
        switch (fault)
        {
            case LinkFault.ConnectionRefused:
                throw new HttpRequestException(HttpRequestError.ConnectionError);
            case LinkFault.ResetAfterHandling or LinkFault.GarbageAfterHandling or LinkFault.EmptyAfterHandling
                or LinkFault.BadGatewayAfterHandling or LinkFault.ErrorAfterHandling or LinkFault.UnavailableAfterHandling
                or LinkFault.HangAfterHandling or LinkFault.None:
                HttpResponseMessage real = await base.SendAsync(request, CancellationToken.None);
                if (fault == LinkFault.None)
                {
                    return real;
                }

                await real.Content.ReadAsByteArrayAsync(cancellationToken);
                real.Dispose();
                break;
            default:
                await (request.Content?.ReadAsByteArrayAsync(cancellationToken) ?? Task.FromResult<byte[]>([]));
                break;
        }

        return fault switch
        {
            LinkFault.ResetBeforeArrival or LinkFault.ResetAfterHandling => throw new HttpRequestException(HttpRequestError.Unknown, "reset", new IOException()),
            LinkFault.HangBeforeArrival or LinkFault.HangAfterHandling => await HangAsync(cancellationToken),
            LinkFault.GarbageBeforeArrival or LinkFault.GarbageAfterHandling => Answer(HttpStatusCode.OK, "<html>busy</html>"),
            LinkFault.EmptyAfterHandling => Answer(HttpStatusCode.Created, ""),
            LinkFault.UnavailableForNow => Answer(HttpStatusCode.ServiceUnavailable, "{}", retryAfter: true),
            LinkFault.TooMany => Answer(HttpStatusCode.TooManyRequests, "{}", retryAfter: true),
            LinkFault.RequestTimeoutBeforeArrival => Answer(HttpStatusCode.RequestTimeout, "{}"),
            LinkFault.ErrorAfterHandling => Answer(HttpStatusCode.InternalServerError, "{}"),
            LinkFault.UnavailableAfterHandling => Answer(HttpStatusCode.ServiceUnavailable, "{}"),
            _ => Answer(HttpStatusCode.BadGateway, "{}"),
        };
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string body, bool retryAfter = false)
    {
        var answer = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (retryAfter)
        {
            answer.Headers.TryAddWithoutValidation("Retry-After", "0");
        }

        return answer;
    }

    private static async Task<HttpResponseMessage> HangAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException("Not reached.");
    }
}
