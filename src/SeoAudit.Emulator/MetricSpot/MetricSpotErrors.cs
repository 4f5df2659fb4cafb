using Microsoft.AspNetCore.Http;
using SeoAudit.Emulator.Hosting;
using SeoAudit.Emulator.MetricSpot.Wire;

namespace SeoAudit.Emulator.MetricSpot;

/// <summary>The error answers: a label, a message and, beside the documented envelope, the documented code.</summary>
internal static class MetricSpotErrors
{
    public static EmulatorResponse InvalidUrl(string message) =>
        Error(StatusCodes.Status400BadRequest, "Invalid URL", message, "INVALID_URL");

    public static EmulatorResponse InvalidRequest(string message) =>
        Error(StatusCodes.Status400BadRequest, "Invalid request", message, "INVALID_REQUEST");

    public static EmulatorResponse Unauthorized() => Error(
        StatusCodes.Status401Unauthorized, "Unauthorized", "Missing or invalid Bearer token. Mint a key in the settings.", "UNAUTHORIZED");

    public static EmulatorResponse QuotaExceeded(string message) =>
        Error(StatusCodes.Status402PaymentRequired, "Quota exceeded", message, "QUOTA_EXCEEDED");

    public static EmulatorResponse Forbidden(string message) =>
        Error(StatusCodes.Status403Forbidden, "Forbidden", message, "FORBIDDEN");

    public static EmulatorResponse AuditNotFound() =>
        Error(StatusCodes.Status404NotFound, "Not found", "There is no such audit.", "AUDIT_NOT_FOUND");

    public static EmulatorResponse NotFound(string message) =>
        Error(StatusCodes.Status404NotFound, "Not found", message, "NOT_FOUND");

    public static EmulatorResponse NotCompleted(string message) =>
        Error(StatusCodes.Status409Conflict, "Conflict", message, "NOT_COMPLETED");

    public static EmulatorResponse Upstream(int statusCode, string message) =>
        Error(statusCode, "Upstream failed", message, "UPSTREAM_FAILED");

    public static EmulatorResponse RateLimited(string message, DateTimeOffset retryAt, RetryAtPlacement placement)
    {
        string time = MetricSpotTime.Text(retryAt);
        var error = new MetricSpotError(
            "Rate limited",
            placement == RetryAtPlacement.MessageText ? $"{message} retry_at: {time}" : message,
            "RATE_LIMITED",
            RetryAt: placement == RetryAtPlacement.RootProperty ? time : null,
            Cooldown: placement == RetryAtPlacement.Nested ? new MetricSpotCooldown(time) : null);
        return EmulatorResponse.Json(StatusCodes.Status429TooManyRequests, error, MetricSpotJson.Default.MetricSpotError);
    }

    public static EmulatorResponse Error(int statusCode, string label, string message, string code) =>
        EmulatorResponse.Json(statusCode, new MetricSpotError(label, message, code), MetricSpotJson.Default.MetricSpotError);
}
