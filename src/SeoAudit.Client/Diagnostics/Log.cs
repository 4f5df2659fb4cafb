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
}
