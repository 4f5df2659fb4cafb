using Polly.CircuitBreaker;
using Polly.Timeout;

namespace SeoAudit.Client.Http;

/// <summary>Turns what kept an answer from coming into the exception that a caller would act on.</summary>
internal static class TransportFailure
{
    public static SeoAuditException Translate(Exception exception, ServiceCall call)
    {
        if (exception is SeoAuditException own)
        {
            return own;
        }

        SeoAuditException failure = exception switch
        {
            TimeoutRejectedException timeout => Timeout(timeout, call),
            OperationCanceledException when IsConnectTimeout(exception) => new SeoAuditException(
                $"{Name(call)} could not reach the service: no connection was made in time.", exception),
            OperationCanceledException => new SeoAuditException($"{Name(call)} was abandoned because the client was closed.", exception),
            BrokenCircuitException => new SeoAuditException(
                $"{Name(call)} was not sent: the service has been failing, and is given a moment to recover.", exception),
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => new SeoAuditResponseException(
                $"{Name(call)} answered with more than the {call.Options.MaxResponseBytes} bytes that "
                + $"{nameof(ServiceOptions.MaxResponseBytes)} allows.",
                exception),
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse }
                or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse }
                or InvalidDataException =>
                new SeoAuditResponseException($"{Name(call)} answered with something that is not valid HTTP.", exception),
            HttpRequestException http => new SeoAuditException(
                $"{Name(call)} could not reach the service ({http.HttpRequestError}).", exception),
            IOException => new SeoAuditException($"{Name(call)} lost its connection to the service.", exception),
            _ => new SeoAuditException($"{Name(call)} failed before an answer came.", exception),
        };
        failure.Facts = call.Facts() with
        {
            IsTransient = IsTransient(exception),
            RateLimit = exception is BrokenCircuitException { RetryAfter: { } wait }
                ? new RateLimit { RetryAfter = wait, RetryAt = call.Time.GetUtcNow() + wait }
                : call.RateLimit,
        };
        return failure;
    }

    /// <summary>Whether the same request could succeed on another connection.</summary>
    public static bool IsTransient(Exception exception) => exception switch
    {
        TimeoutRejectedException or BrokenCircuitException => true,
        HttpRequestException http => http.HttpRequestError
            is not (HttpRequestError.SecureConnectionError
                or HttpRequestError.ConfigurationLimitExceeded
                or HttpRequestError.InvalidResponse
                or HttpRequestError.UserAuthenticationError
                or HttpRequestError.VersionNegotiationError),
        // Of a body that is handed on as it arrives.
        HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } => false,
        IOException => true,
        _ => IsConnectTimeout(exception),
    };

    // The platform words the end of its ConnectTimeout as a cancellation.
    private static bool IsConnectTimeout(Exception exception) =>
        exception is OperationCanceledException { InnerException: TimeoutException };

    private static SeoAuditTimeoutException Timeout(TimeoutRejectedException timeout, ServiceCall call)
    {
        // The last attempt gets what the whole call has left, so what ran out shows in what the attempt was given.
        bool whole = timeout.Timeout < call.AttemptTimeout || call.AttemptTimeout >= call.TotalTimeout;
        TimeSpan allowance = whole ? call.TotalTimeout : call.AttemptTimeout;
        string what = whole ? $"with its {call.Attempts} attempts did not finish" : "had no complete answer";
        return new SeoAuditTimeoutException($"{Name(call)} {what} within {allowance.TotalSeconds:0.###} seconds.", timeout)
        {
            Kind = whole ? TimeoutKind.Call : TimeoutKind.Attempt,
            Timeout = allowance,
        };
    }

    private static string Name(ServiceCall call) => $"{call.Profile.Name} {call.Endpoint.Name}";
}
