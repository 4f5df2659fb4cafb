using System.Globalization;
using System.Text.Json;
using SeoAudit.Client.Http;

namespace SeoAudit.Client.Diagnostics;

/// <summary>Names a failure in words that are few and the same each time, and never hold its message.</summary>
internal static class ErrorType
{
    public const string Cancelled = "cancelled";

    /// <summary>What an exception that reaches a caller is called.</summary>
    public static string Of(Exception exception) => exception is OperationCanceledException ? Cancelled : exception.GetType().Name;

    /// <summary>What is wrong with the answer to an attempt; null for nothing.</summary>
    public static string? Of(HttpResponseMessage response, ServiceCall call) => response.IsSuccessStatusCode
        ? call.Failure is null ? null : RetryReason.UnreadableAnswer
        : ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);

    /// <summary>What kept the answer to an attempt from coming, in the words of the platform's own HTTP telemetry where it has one.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="isCancelled">Whether the caller gave up.</param>
    public static string Of(Exception exception, bool isCancelled) => exception switch
    {
        OperationCanceledException when isCancelled => Cancelled,
        OperationCanceledException => RetryReason.Timeout,
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http => Words(http.HttpRequestError),
        HttpIOException { HttpRequestError: not HttpRequestError.Unknown } http => Words(http.HttpRequestError),
        HttpRequestException or IOException => Words(HttpRequestError.ConnectionError),
        _ => Of(exception),
    };

    private static string Words(HttpRequestError error) => JsonNamingPolicy.SnakeCaseLower.ConvertName(error.ToString());
}
