using SeoAudit.Client.Http.Compression;

namespace SeoAudit.Client.Http;

/// <summary>
/// The innermost handler: reads each attempt's answer to its end, so that the attempt's time-out and retries cover the body too,
/// and says what a failed answer amounts to.
/// </summary>
internal sealed class AttemptHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ServiceCall call = ServiceCall.Of(request);
        call.Attempts++;
        call.Failure = null;
        call.RateLimit = null;
        ContentCoding.Offer(request);
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            call.Watch?.Observe(response, call.Time);
            ContentCoding.Unpack(response, call);
            call.RateLimit = RateLimitHeaders.Read(response, call.Time);
            if (call is { RateLimit: { } limit, Endpoint.Paced: true } && request.Options.TryGetValue(ServiceAccount.Key, out ServiceAccount? account))
            {
                account.Pacer?.Observe(limit);
            }

            if (IsStreamed(response, call.Endpoint))
            {
                response.Content = new GuardedContent(response.Content, call);
                return response;
            }

            var body = new ResponseBody(response, call);
            response.Content = body;
            await body.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode || call.Endpoint.StreamedMediaType is not null)
            {
                call.Failure = ErrorDecoder.Decode(response, body, call);
            }

            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static bool IsStreamed(HttpResponseMessage response, ServiceEndpoint endpoint) =>
        endpoint.StreamedMediaType is { } expected
        && response.IsSuccessStatusCode
        && (expected == ServiceEndpoint.AnyMediaType
            || string.Equals(response.Content.Headers.ContentType?.MediaType, expected, StringComparison.OrdinalIgnoreCase));
}
