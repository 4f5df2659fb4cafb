using Microsoft.Extensions.Logging;

namespace SeoAudit.Client.Diagnostics;

/// <summary>
/// What the SDK writes to the app's log. Event ids: 100 the cache, 200 calls and attempts, 300 creations, 400 waits, 500 bulk runs, 600 jobs; 800
/// belongs to SeoAudit.Client.AspNetCore. A message holds only what is named here, nothing that a service said; an exception goes along only
/// where another's code threw it, and not in a call of a service.
/// </summary>
internal static partial class Log
{
    public const string Category = "SeoAudit.Client";

    [LoggerMessage(EventId = 100, Level = LogLevel.Warning, Message = "The cache failed to look up an audit by {Service}; it goes on without the cache.")]
    public static partial void CacheReadFailed(ILogger logger, AuditService service, Exception exception);

    [LoggerMessage(EventId = 101, Level = LogLevel.Warning, Message = "The cache failed to keep an audit by {Service}.")]
    public static partial void CacheWriteFailed(ILogger logger, AuditService service, Exception exception);

    [LoggerMessage(EventId = 200, Level = LogLevel.Debug, Message = "{Service} {Operation}: attempt {Attempt} failed ({ErrorType}).")]
    public static partial void AttemptFailed(ILogger logger, string service, string operation, int attempt, string errorType);

    [LoggerMessage(EventId = 201, Level = LogLevel.Debug, Message = "{Service} {Operation} is sent again in {Delay} after {Attempts} attempts ({Reason}).")]
    public static partial void Retry(ILogger logger, string service, string operation, TimeSpan delay, int attempts, string reason);

    [LoggerMessage(EventId = 202, Level = LogLevel.Information, Message = "{Service} asked for a pause: {Operation} is sent again in {Delay}.")]
    public static partial void RateLimitWait(ILogger logger, string service, string operation, TimeSpan delay);

    [LoggerMessage(EventId = 203, Level = LogLevel.Debug, Message = "{Service} {Operation} waits for its turn in the pacing.")]
    public static partial void TurnWait(ILogger logger, string service, string operation);

    [LoggerMessage(EventId = 204, Level = LogLevel.Warning, Message = "{Service} has been failing and is not called for {BreakDuration}.")]
    public static partial void CircuitOpened(ILogger logger, string service, TimeSpan breakDuration);

    [LoggerMessage(EventId = 205, Level = LogLevel.Information, Message = "{Service} is called again: it has recovered.")]
    public static partial void CircuitClosed(ILogger logger, string service);

    [LoggerMessage(EventId = 206, Level = LogLevel.Warning, Message = "{Service} {Operation} answered {StatusCode} with something that cannot be read.")]
    public static partial void AnswerUnreadable(ILogger logger, string service, string operation, int statusCode);

    [LoggerMessage(EventId = 300, Level = LogLevel.Information, Message = "{Service} {Operation} is sent again in {Delay} after {Attempts} attempts ({Reason}); the service refused it or shows nothing of it.")]
    public static partial void CreationResent(ILogger logger, AuditService service, string operation, string reason, TimeSpan delay, int attempts);

    [LoggerMessage(EventId = 301, Level = LogLevel.Information, Message = "The answer to {Service} {Operation} was lost; '{OperationId}' was found at the service and is used, nothing is paid twice.")]
    public static partial void CreationAdopted(ILogger logger, AuditService service, string operation, string operationId);

    [LoggerMessage(EventId = 302, Level = LogLevel.Error, Message = "It is not known whether {Service} {Operation} was carried out ({ErrorType}); it may have been paid for.")]
    public static partial void CreationOutcomeUnknown(ILogger logger, AuditService service, string operation, string errorType);

    [LoggerMessage(EventId = 400, Level = LogLevel.Debug, Message = "A poll of {Service} failed ({ErrorType}).")]
    public static partial void PollFailed(ILogger logger, AuditService service, string errorType);

    [LoggerMessage(EventId = 401, Level = LogLevel.Warning, Message = "{Service} '{OperationId}' was not done within {Timeout}; it goes on at the service and can be waited for again by its id.")]
    public static partial void WaitTimedOut(ILogger logger, AuditService service, string operationId, TimeSpan timeout);

    [LoggerMessage(EventId = 500, Level = LogLevel.Information, Message = "A bulk run pauses {Service} until {PausedUntil} ({Reason}).")]
    public static partial void BulkPaused(ILogger logger, AuditService service, DateTimeOffset pausedUntil, string reason);

    [LoggerMessage(EventId = 501, Level = LogLevel.Warning, Message = "A bulk run sends nothing more to {Service} ({ErrorType}).")]
    public static partial void BulkServiceClosed(ILogger logger, AuditService service, string errorType);

    [LoggerMessage(EventId = 510, Level = LogLevel.Information, Message = "A bulk run brings home {Operations} operations that an earlier run had queued.")]
    public static partial void JournalRecovery(ILogger logger, int operations);

    [LoggerMessage(EventId = 511, Level = LogLevel.Warning, Message = "What an earlier run had queued at {Service} could not be brought home ({ErrorType}); the next run will look again.")]
    public static partial void JournalRecoveryFailed(ILogger logger, AuditService service, string errorType);

    [LoggerMessage(EventId = 600, Level = LogLevel.Information, Message = "Job '{JobId}' is stored, with {Pages} pages for {Service}.")]
    public static partial void JobSubmitted(ILogger logger, string jobId, int pages, AuditService service);

    [LoggerMessage(EventId = 601, Level = LogLevel.Information, Message = "Job '{JobId}' is worked on; {Outcomes} of {Pages} pages have their outcome.")]
    public static partial void JobBegun(ILogger logger, string jobId, int outcomes, int pages);

    [LoggerMessage(EventId = 602, Level = LogLevel.Information, Message = "Job '{JobId}' ended as {Status}; {Outcomes} of {Pages} pages have their outcome.")]
    public static partial void JobEnded(ILogger logger, string jobId, string status, int outcomes, int pages);

    [LoggerMessage(EventId = 603, Level = LogLevel.Error, Message = "Job '{JobId}' failed ({ErrorType}); {Outcomes} of {Pages} pages have their outcome.")]
    public static partial void JobFailed(ILogger logger, string jobId, string errorType, int outcomes, int pages, Exception? exception);

    [LoggerMessage(EventId = 604, Level = LogLevel.Information, Message = "Job '{JobId}' waits until {ResumeAt} for a limit or quota; {Outcomes} of {Pages} pages have their outcome.")]
    public static partial void JobPutOff(ILogger logger, string jobId, DateTimeOffset? resumeAt, int outcomes, int pages);

    [LoggerMessage(EventId = 605, Level = LogLevel.Information, Message = "Job '{JobId}' is left as it is, because the process stops, and goes on at the next start; {Outcomes} of {Pages} pages have their outcome.")]
    public static partial void JobInterrupted(ILogger logger, string jobId, int outcomes, int pages);

    [LoggerMessage(EventId = 610, Level = LogLevel.Warning, Message = "Job '{JobId}' cannot be read from its folder and is left out; the folder stays as it is.")]
    public static partial void JobUnreadable(ILogger logger, string jobId, Exception exception);

    [LoggerMessage(EventId = 611, Level = LogLevel.Warning, Message = "The folder of job '{JobId}' could not be deleted; it is tried again.")]
    public static partial void JobNotDeleted(ILogger logger, string jobId, Exception exception);

    [LoggerMessage(EventId = 612, Level = LogLevel.Error, Message = "It could not be stored that job '{JobId}' has ended; it comes to its end again at the next start.")]
    public static partial void JobEndNotStored(ILogger logger, string jobId, Exception exception);
}
