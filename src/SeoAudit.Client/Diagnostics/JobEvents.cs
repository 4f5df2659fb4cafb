using Microsoft.Extensions.Logging;
using SeoAudit.Client.Jobs;

namespace SeoAudit.Client.Diagnostics;

/// <summary>Tells the log what becomes of jobs, which nobody may be watching.</summary>
internal sealed class JobEvents(ILogger logger)
{
    public void Submitted(Job job) => Log.JobSubmitted(logger, job.Id, job.Record.Total, job.Options.Audit.Service);

    public void Begun(Job job) => Log.JobBegun(logger, job.Id, job.Counts.Completed, job.Record.Total);

    /// <param name="job">The job.</param>
    /// <param name="error">Why it failed; null where it did not.</param>
    public void Ended(Job job, SeoAuditException? error)
    {
        if (error is null)
        {
            Log.JobEnded(logger, job.Id, job.Record.Status.Value, job.Counts.Completed, job.Record.Total);
        }
        else
        {
            // What the SDK says itself may hold text of a service, and so may what the platform says of an answer.
            string errorType = ErrorType.Of(error.InnerException ?? error);
            Exception? cause = error is { Operation: null, InnerException: not SeoAuditException } ? error.InnerException : null;
            Log.JobFailed(logger, job.Id, errorType, job.Counts.Completed, job.Record.Total, cause);
        }
    }

    public void PutOff(Job job) => Log.JobPutOff(logger, job.Id, job.Record.ResumeAt, job.Counts.Completed, job.Record.Total);

    public void Interrupted(Job job) => Log.JobInterrupted(logger, job.Id, job.Counts.Completed, job.Record.Total);

    public void Unreadable(string id, Exception exception) => Log.JobUnreadable(logger, id, exception);

    public void NotDeleted(string id, Exception exception) => Log.JobNotDeleted(logger, id, exception);

    public void NotStored(Job job, SeoAuditJobException exception) => Log.JobEndNotStored(logger, job.Id, exception.InnerException ?? exception);
}
