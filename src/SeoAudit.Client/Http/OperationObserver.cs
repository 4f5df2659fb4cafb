using System.Diagnostics;
using SeoAudit.Client.Diagnostics;

namespace SeoAudit.Client.Http;

/// <summary>The outermost handler: tells of a call as its caller sees it, from asking for its turn to the answer. Stands aside where nobody listens.</summary>
internal sealed class OperationObserver(ServiceProfile profile, ClientTelemetry telemetry, TimeProvider time) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        telemetry.ObservesCalls && profile.EndpointOf(request) is { } endpoint
            ? ObserveAsync(request, endpoint, cancellationToken)
            : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> ObserveAsync(
        HttpRequestMessage request, ServiceEndpoint endpoint, CancellationToken cancellationToken)
    {
        new ObservedCall(cancellationToken).AttachTo(request);
        long started = time.GetTimestamp();
        using Activity? span = Spans.StartOperation(profile, endpoint);
        string? errorType = null;
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            errorType = ErrorType.Of(exception);
            span.Fail(errorType, cancellationToken.IsCancellationRequested);
            throw;
        }
        finally
        {
            span?.SetTag(TelemetryTag.AttemptCount, ServiceCall.AttemptsOf(request));
            telemetry.Calls.Operation(profile, endpoint, time.GetElapsedTime(started), errorType);
        }
    }
}
