using System.Net;
using Polly.CircuitBreaker;
using SeoAudit.Client.Creating;

namespace SeoAudit.Client.Bulk.Lanes;

/// <summary>Tells what a failed audit means for the pages behind it.</summary>
internal static class Refusal
{
    /// <summary>Whether the service took nothing, and would not take another page just now either.</summary>
    public static bool IsRefusal(SeoAuditException exception) =>
        exception.OperationId is null
        && exception is SeoAuditRateLimitException or SeoAuditQuotaException or { InnerException: BrokenCircuitException };

    /// <summary>Whether the service has certainly not taken what was to be created.</summary>
    public static bool IsCertain(SeoAuditException exception) =>
        IsRefusal(exception) || Acceptance.IsRefused(exception);

    /// <summary>Whether waiting a while can help.</summary>
    public static bool IsPassing(SeoAuditException exception) => exception is not SeoAuditQuotaException;

    /// <summary>
    /// Whether another service should have the page: this one is down, and has certainly not taken the page, or keeps nothing that
    /// it could have taken. Of the answers of a service in trouble, only a 503 that says when to come back says that; the others may
    /// come of a request that it dealt with.
    /// </summary>
    public static bool IsOutage(SeoAuditException exception, bool queues) =>
        exception is { IsTransient: true, OperationId: null }
        && (!queues
            || Acceptance.NeverSent(exception)
            || exception is { StatusCode: HttpStatusCode.ServiceUnavailable, RateLimit.RetryAfter: not null });
}
