using Microsoft.Extensions.Logging;

namespace SeoAudit.Client.Diagnostics;

/// <summary>What the SDK writes to the app's log.</summary>
internal static partial class Log
{
    public const string Category = "SeoAudit.Client";

    [LoggerMessage(EventId = 100, Level = LogLevel.Warning, Message = "The cache failed to look up an audit by {Service}; it goes on without the cache.")]
    public static partial void CacheReadFailed(ILogger logger, AuditService service, Exception exception);

    [LoggerMessage(EventId = 101, Level = LogLevel.Warning, Message = "The cache failed to keep an audit by {Service}.")]
    public static partial void CacheWriteFailed(ILogger logger, AuditService service, Exception exception);

    [LoggerMessage(EventId = 300, Level = LogLevel.Warning, Message = "{Service} {Operation} is sent again in {Delay} after {Attempts} attempts ({Reason}); the service has not made it.")]
    public static partial void CreationResent(ILogger logger, AuditService service, string operation, string reason, TimeSpan delay, int attempts);

    [LoggerMessage(EventId = 301, Level = LogLevel.Information, Message = "The answer to {Service} {Operation} was lost; '{OperationId}' was found at the service and is used, nothing is paid twice.")]
    public static partial void CreationAdopted(ILogger logger, AuditService service, string operation, string operationId);

    [LoggerMessage(EventId = 302, Level = LogLevel.Error, Message = "It is not known whether {Service} {Operation} was carried out ({ErrorType}); it may have been paid for.")]
    public static partial void CreationOutcomeUnknown(ILogger logger, AuditService service, string operation, string errorType);
}
