using System.Net;
using Polly.Timeout;

namespace SeoAudit.Client.Diagnostics;

/// <summary>Why something is sent again: few words, fit for metrics.</summary>
internal static class RetryReason
{
    /// <summary>The service asked for a pause.</summary>
    public const string RateLimited = "rate_limited";

    /// <summary>The service answered with 5xx.</summary>
    public const string ServerError = "server_error";

    /// <summary>No complete answer came in time.</summary>
    public const string Timeout = "timeout";

    /// <summary>There was no connection, or it was lost.</summary>
    public const string Connection = "connection";

    /// <summary>The answer could not be read.</summary>
    public const string UnreadableAnswer = "unreadable_answer";

    public const string Other = "other";

    public static IReadOnlyList<string> All { get; } = [RateLimited, ServerError, Timeout, Connection, UnreadableAnswer, Other];

    public static string Of(Exception? failure) => failure switch
    {
        SeoAuditRateLimitException => RateLimited,
        SeoAuditTimeoutException or TimeoutRejectedException => Timeout,
        SeoAuditException { StatusCode: HttpStatusCode.RequestTimeout } => Timeout,
        SeoAuditException { StatusCode: { } status } when (int)status >= 500 => ServerError,
        SeoAuditResponseException => UnreadableAnswer,
        SeoAuditException { InnerException: HttpRequestException or IOException } or HttpRequestException or IOException => Connection,
        SeoAuditException { InnerException: OperationCanceledException } or OperationCanceledException => Connection,
        _ => Other,
    };

    /// <summary>The word itself where it is one of ours, so that nothing else gets into the telemetry.</summary>
    public static string Known(string reason) => All.Contains(reason, StringComparer.Ordinal) ? reason : Other;
}
