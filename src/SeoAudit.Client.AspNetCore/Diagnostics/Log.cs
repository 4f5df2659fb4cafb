using Microsoft.Extensions.Logging;

namespace SeoAudit.Client.AspNetCore.Diagnostics;

/// <summary>
/// Everything that this package logs; event ids are from 800. Never an address, a query or a body: secrets are in them. An exception goes along
/// only where the app's own code threw it; what the SDK throws may hold words of SEOgent.
/// </summary>
internal static partial class Log
{
    public const string Category = "SeoAudit.Client.AspNetCore";

    [LoggerMessage(EventId = 800, Level = LogLevel.Information, Message = "The webhook of scan '{ScanId}' ended as {Outcome}.")]
    public static partial void Received(ILogger logger, string scanId, SeogentWebhookOutcome outcome);

    [LoggerMessage(EventId = 801, Level = LogLevel.Warning, Message = "A webhook was refused: {Outcome}.")]
    public static partial void Refused(ILogger logger, SeogentWebhookOutcome outcome);

    [LoggerMessage(EventId = 802, Level = LogLevel.Error, Message = "The handler of the webhook of scan '{ScanId}' failed; SEOgent is asked to send it again.")]
    public static partial void HandlerFailed(ILogger logger, string scanId, Exception exception);

    [LoggerMessage(EventId = 803, Level = LogLevel.Warning, Message = "Scan '{ScanId}' could not be looked up for its webhook ({ErrorType}); SEOgent is asked to send it again.")]
    public static partial void LookupFailed(ILogger logger, string scanId, string errorType);

    [LoggerMessage(EventId = 804, Level = LogLevel.Warning, Message = "The store of handled webhooks failed for scan '{ScanId}'.")]
    public static partial void StoreFailed(ILogger logger, string scanId, Exception exception);

    [LoggerMessage(EventId = 805, Level = LogLevel.Warning, Message = "Those who wait for scan '{ScanId}' could not be told that it has ended; they go on polling.")]
    public static partial void SignalFailed(ILogger logger, string scanId, Exception exception);
}
