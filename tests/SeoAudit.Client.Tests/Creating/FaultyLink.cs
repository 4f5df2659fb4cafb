using System.Collections.Concurrent;
using System.Net;
using System.Net.Mail;
using System.Text;
using System.Text.Json;
using SeoAudit.Client.Http;

namespace SeoAudit.Client.Tests.Creating;

/// <summary>
/// A connection to a real server that fails for each account as its schedule says. An account is told by its key, and who asks for a key
/// by the host of the address.
/// </summary>
internal sealed class FaultyLink() : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly ConcurrentDictionary<string, Schedule> _schedules = new(StringComparer.Ordinal);

    /// <summary>Says what happens to the requests of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="next">What happens to one of them.</param>
    /// <param name="answered">Is told what the server answered, before anything happens to it.</param>
    public void Play(string account, Func<HttpRequestMessage, LinkFault> next, Func<HttpRequestMessage, HttpResponseMessage, Task> answered) =>
        _schedules[account] = new Schedule(next, answered);

    /// <summary>The address that a key is asked for; null where a request does not ask for one.</summary>
    public static async Task<string?> EmailOfAsync(HttpRequestMessage request)
    {
        if (request is not { Method.Method: "POST", Content: RequestBody body })
        {
            return null;
        }

        // A copy, because what was looked at counts as sent.
        using RequestBody copy = body.Anew();
        using JsonDocument asked = JsonDocument.Parse(await copy.ReadAsByteArrayAsync());
        return asked.RootElement.TryGetProperty("email", out JsonElement email) ? email.GetString() : null;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string account = request.Headers.Authorization?.Parameter ?? new MailAddress((await EmailOfAsync(request))!).Host;
        Schedule schedule = _schedules[account];
        LinkFault fault = schedule.Next(request);
        switch (fault)
        {
            case LinkFault.ConnectionRefused:
                throw new HttpRequestException(HttpRequestError.ConnectionError);
            case LinkFault.ResetAfterHandling or LinkFault.GarbageAfterHandling or LinkFault.EmptyAfterHandling
                or LinkFault.BadGatewayAfterHandling or LinkFault.ErrorAfterHandling or LinkFault.UnavailableAfterHandling
                or LinkFault.HangAfterHandling or LinkFault.None:
                HttpResponseMessage real = await base.SendAsync(request, CancellationToken.None);
                await real.Content.ReadAsByteArrayAsync(CancellationToken.None);
                await schedule.Answered(request, real);
                if (fault == LinkFault.None)
                {
                    return real;
                }

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

    private sealed record Schedule(Func<HttpRequestMessage, LinkFault> Next, Func<HttpRequestMessage, HttpResponseMessage, Task> Answered);
}
