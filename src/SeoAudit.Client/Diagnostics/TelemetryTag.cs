namespace SeoAudit.Client.Diagnostics;

/// <summary>
/// Every attribute that spans and measurements may carry: what is not here leaves the SDK in no telemetry. None is made of a key, a
/// header, a query or text of a service.
/// </summary>
internal static class TelemetryTag
{
    public const string Service = "seoaudit.service";
    public const string Account = "seoaudit.account";
    public const string Operation = "seoaudit.operation";
    public const string OperationId = "seoaudit.operation.id";
    public const string AuditOutcome = "seoaudit.audit.outcome";
    public const string RetryReason = "seoaudit.retry.reason";
    public const string CacheResult = "seoaudit.cache.result";
    public const string AttemptCount = "seoaudit.attempt.count";
    public const string PollCount = "seoaudit.poll.count";
    public const string IsFinal = "seoaudit.poll.final";
    public const string ErrorType = "error.type";
    public const string RequestMethod = "http.request.method";
    public const string ResendCount = "http.request.resend_count";
    public const string StatusCode = "http.response.status_code";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";
    public const string UrlTemplate = "url.template";

    /// <summary>What each means, for the documentation.</summary>
    public static IReadOnlyDictionary<string, string> Meanings { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Service] = "The name of an `AuditService`: `SeoPeek`, `Seogent` or `MetricSpot`. Missing where a site is read.",
        [Account] = "The key of a keyed registration. Missing for the only one.",
        [Operation] = "The endpoint as `SeoAuditException.Operation` names it, e.g. `CreateScan`.",
        [OperationId] = "The id of the scan, audit or PDF that is waited for, or of the job.",
        [AuditOutcome] = "`audited`, `failed`, `cancelled`, `not_attempted` (in bulk: a limit stopped the run before), or, where nothing was spent, `cached`, `earlier` (the last audit of a page in its cooldown) and `journal` (from an earlier run).",
        [RetryReason] = "`rate_limited`, `server_error`, `timeout`, `connection`, `unreadable_answer` or `other`.",
        [CacheResult] = "`hit`, `miss`, or `error` where the cache failed.",
        [AttemptCount] = "How often the request was sent.",
        [PollCount] = "How often the service was asked. Missing where it was not asked for this operation alone.",
        [IsFinal] = "Whether the poll found the operation at its end, good or bad.",
        [ErrorType] = "Of an attempt: the status, e.g. `503`, or what kept the answer from coming. Otherwise the name of the exception, e.g. `SeoAuditTimeoutException`. Missing where nothing failed.",
        [RequestMethod] = "`GET` or `POST`.",
        [ResendCount] = "Which retry of the request this is, from 1. Missing on the first attempt.",
        [StatusCode] = "The status of the answer. Missing where none came.",
        [ServerAddress] = "The host.",
        [ServerPort] = "The port.",
        [UrlTemplate] = "The path with the names of its variables instead of their values, e.g. `/scans/{scanId}`; never a query.",
    };
}
