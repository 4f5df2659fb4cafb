using System.Diagnostics;
using Refit;
using SeoAudit.Client.Diagnostics;

namespace SeoAudit.Client.Http;

/// <summary>Tells of each attempt of a call that somebody wants to know of.</summary>
internal sealed class AttemptObserver(ClientTelemetry telemetry, TimeProvider time) : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<string> Template = new(HttpRequestMessageOptions.RelativePathTemplate);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        ObservedCall.Of(request) is { } observed
            ? ObserveAsync(request, observed, cancellationToken)
            : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> ObserveAsync(
        HttpRequestMessage request, ObservedCall observed, CancellationToken cancellationToken)
    {
        ServiceCall call = ServiceCall.Of(request);
        long started = time.GetTimestamp();
        using Activity? span = Spans.StartAttempt(call, request, request.Options.TryGetValue(Template, out string? template) ? template : null);
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            Tell(span, call, started, (int)response.StatusCode, ErrorType.Of(response, call), isCancelled: false);
            return response;
        }
        catch (Exception exception)
        {
            Tell(span, call, started, status: null, ErrorType.Of(exception, observed.IsCancelled), observed.IsCancelled);
            throw;
        }
    }

    private void Tell(Activity? span, ServiceCall call, long started, int? status, string? errorType, bool isCancelled)
    {
        telemetry.Calls.Attempt(call, time.GetElapsedTime(started), status, errorType);
        span?.SetTag(TelemetryTag.StatusCode, status);
        if (errorType is not null)
        {
            span.Fail(errorType, isCancelled);
            Log.AttemptFailed(telemetry.Logger, call.Profile.LogName, call.Endpoint.Name, call.Attempts, errorType);
        }
    }
}
