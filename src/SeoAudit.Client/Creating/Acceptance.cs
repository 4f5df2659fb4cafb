using System.Net;
using Polly.CircuitBreaker;

namespace SeoAudit.Client.Creating;

/// <summary>Tells from a failed call whether the service can have done what it was asked for.</summary>
internal static class Acceptance
{
    /// <summary>Whether the service has certainly not accepted the request.</summary>
    public static bool IsRefused(SeoAuditException failure) =>
        failure is { OperationId: null } and not SeoAuditOutcomeUnknownException
        && (failure is SeoAuditRateLimitException or SeoAuditQuotaException
            || NeverSent(failure)
            || IsRefusal(failure.StatusCode, failure.RateLimit));

    /// <summary>Whether there was no connection to send it over.</summary>
    public static bool NeverSent(SeoAuditException failure) =>
        failure is { OperationId: null } and not SeoAuditOutcomeUnknownException
        && failure.InnerException
            is BrokenCircuitException
            // The platform's ConnectTimeout. HttpClient.Timeout, which a handler of the app may run into, has a cancellation as its cause.
            or OperationCanceledException { InnerException: TimeoutException { InnerException: not OperationCanceledException } }
            or HttpRequestException
            {
                HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError,
            };

    // A redirect is what a service answers instead of doing something, unless it says where to see what it did. A 408 may come from a
    // proxy that gave up on a service at work, and so may a 503, unless it says when to come back.
    private static bool IsRefusal(HttpStatusCode? status, RateLimit? limit) => (int?)status switch
    {
        303 or 408 => false,
        >= 300 and < 500 or 501 or 505 => true,
        503 => limit?.RetryAfter is not null,
        _ => false,
    };
}
