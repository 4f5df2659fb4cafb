using SeoAudit.Client.Http;

namespace SeoAudit.Client.Tests.Cancellation.Callers;

/// <summary>
/// The way to the services: takes simulated time, answers what has a number by itself, and loses the first of each request that says so.
/// </summary>
internal sealed class BusyLink(BusyTraffic traffic, TimeProvider time) : DelegatingHandler
{
    /// <summary>What a request has in it whose answer is lost.</summary>
    public const string Lost = "lost";

    /// <summary>What a request has in it that is lost itself.</summary>
    public const string Strayed = "strayed";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        traffic.Begin();
        try
        {
            int? number = NumberedAnswers.NumberIn(request.RequestUri!.AbsoluteUri);
            await Task.Delay(Latency(request, number), time, cancellationToken);
            return number is { } known
                ? NumberedAnswers.Answer(request.RequestUri, known)
                : await traffic.AtServerAsync(() => PassAsync(request, cancellationToken));
        }
        finally
        {
            traffic.End();
        }
    }

    // While a list is looked through for what was lost, nothing is created: lists and what they list are quick.
    private static TimeSpan Latency(HttpRequestMessage request, int? number)
    {
        string path = request.RequestUri!.AbsolutePath;
        bool isOfList = path.EndsWith("/scans", StringComparison.Ordinal) || path.EndsWith("/audits", StringComparison.Ordinal);
        return TimeSpan.FromMilliseconds(number is { } known ? 2_500 + (known * 37 % 12_000) : isOfList ? 250 : 2_000 + (path.Sum(static letter => letter) * 37 % 7_000));
    }

    private static HttpRequestException Reset() => new(HttpRequestError.Unknown, "reset", new IOException("reset"));

    private async Task<HttpResponseMessage> PassAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is RequestBody content ? await content.Anew().ReadAsStringAsync(cancellationToken) : "";
        if (request is { Method.Method: "POST", RequestUri.AbsolutePath: "/metricspot/api/audits" })
        {
            traffic.CountQueued();
        }

        if (traffic.Loses(body, Strayed))
        {
            await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            throw Reset();
        }

        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (traffic.Loses(body, Lost))
        {
            response.Dispose();
            throw Reset();
        }

        return response;
    }
}
