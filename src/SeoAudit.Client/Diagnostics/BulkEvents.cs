using Microsoft.Extensions.Logging;

namespace SeoAudit.Client.Diagnostics;

/// <summary>Tells the log what a bulk run does that its outcomes do not say.</summary>
internal sealed class BulkEvents(ILogger logger)
{
    public void Paused(AuditService service, DateTimeOffset until, SeoAuditException refusal)
    {
        string reason = RetryReason.Of(refusal);
        Log.BulkPaused(logger, service, until, reason);
    }

    public void Closed(AuditService service, SeoAuditException refusal)
    {
        string errorType = ErrorType.Of(refusal);
        Log.BulkServiceClosed(logger, service, errorType);
    }

    public void Recovering(int operations)
    {
        if (operations > 0)
        {
            Log.JournalRecovery(logger, operations);
        }
    }

    public void RecoveryFailed(AuditService service, SeoAuditException exception)
    {
        string errorType = ErrorType.Of(exception);
        Log.JournalRecoveryFailed(logger, service, errorType);
    }
}
