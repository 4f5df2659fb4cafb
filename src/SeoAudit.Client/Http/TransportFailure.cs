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

        Exception cause = call.WithoutKey(exception);
        SeoAuditException failure = exception switch
        {
            TimeoutRejectedException timeout => Timeout(timeout, call),
            OperationCanceledException when IsConnectTimeout(exception) => new SeoAuditException(
                $"{call.Name} could not reach the service: no connection was made in time.", cause),
            OperationCanceledException => new SeoAuditException($"{call.Name} was abandoned because the client was closed.", cause),
            BrokenCircuitException => new SeoAuditException(
                $"{call.Name} was not sent: the service has been failing, and is given a moment to recover.", cause),
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => new SeoAuditResponseException(
                $"{call.Name} answered with more than the {call.Options.MaxResponseBytes} bytes that "
                + $"{nameof(ServiceOptions.MaxResponseBytes)} allows.",
                cause),
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse }
                or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } =>
                new SeoAuditResponseException($"{call.Name} answered with something that is not valid HTTP.", cause),
            InvalidDataException => new SeoAuditResponseException($"{call.Name} answered with what cannot be unpacked.", cause),
            HttpRequestException http => new SeoAuditException(
                $"{call.Name} could not reach the service ({http.HttpRequestError}).", cause),
            IOException => new SeoAuditException($"{call.Name} lost its connection to the service.", cause),
            _ => new SeoAuditException($"{call.Name} failed before an answer came.", cause),
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
        return new SeoAuditTimeoutException($"{call.Name} {what} within {allowance.TotalSeconds:0.###} seconds.", timeout)
        {
            Kind = whole ? TimeoutKind.Call : TimeoutKind.Attempt,
            Timeout = allowance,
        };
    }
}
