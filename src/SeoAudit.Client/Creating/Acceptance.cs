using System.Net;

namespace SeoAudit.Client.Creating;

/// <summary>Tells from a failed call whether the service can have done what it was asked for.</summary>
internal static class Acceptance
{
    /// <summary>Whether the service has certainly not accepted the request.</summary>
    public static bool IsRefused(SeoAuditException failure) =>
        failure is not SeoAuditOutcomeUnknownException
        && failure.OperationId is null
        && (failure is SeoAuditRateLimitException or SeoAuditQuotaException || IsRefusal(failure.StatusCode, failure.RateLimit));

    // A 408 may come from a proxy that gave up on a service at work, and so may a 503, unless it says when to come back.
    private static bool IsRefusal(HttpStatusCode? status, RateLimit? limit) => (int?)status switch
    {
        408 => false,
        >= 400 and < 500 or 501 or 505 => true,
        503 => limit?.RetryAfter is not null,
        _ => false,
    };
}
