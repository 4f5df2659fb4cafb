using System.Text.Json.Serialization;
using Polly.Timeout;
using Refit;
using SeoAudit.Client.Diagnostics;

namespace SeoAudit.Client.Http;

/// <summary>Sets Refit up so that it hands on the SDK's own exceptions untouched, and each request its account.</summary>
internal static class RefitSettingsFactory
{
    public static RefitSettings Create(JsonSerializerContext context, ServiceAccount account, ClientTelemetry telemetry) =>
        new(new JsonBodySerializer(context, telemetry))
        {
            Buffered = true,
            UrlParameterFormatter = new ParameterFormatter(),
            ExceptionFactory = static response =>
            {
                (response.Content as ResponseBody)?.HandOver();
                return new ValueTask<Exception?>((Exception?)null);
            },
            DeserializationExceptionFactory = static (_, exception) => new ValueTask<Exception?>(exception),
            TransportExceptionFactory = static (_, exception, cancellationToken) => Surface(exception, cancellationToken),
            HttpRequestMessageOptions = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                [ServiceAccount.RequestOption] = account,
            },
        };

    private static Exception Surface(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        SeoAuditException => exception,
        OperationCanceledException when cancellationToken.IsCancellationRequested => exception,
        // Cancelled without the caller: the HttpClient was disposed while the call was on its way.
        OperationCanceledException => new SeoAuditException("The call was abandoned because the client was closed.", exception),
        TimeoutRejectedException timeout => new SeoAuditTimeoutException("A time-out that the app put around the call ended it.", timeout)
        {
            Kind = TimeoutKind.Call,
            Timeout = timeout.Timeout,
            IsTransient = true,
        },
        _ => new SeoAuditException("The call failed in a handler that the app put around it.", exception),
    };
}
