using Hangfire;

namespace SeoAudit.Client.Hangfire.Workers;

/// <summary>Hands Hangfire the worker of this registration.</summary>
internal sealed class WorkerActivator(BatchWorker worker) : JobActivator
{
    public override object ActivateJob(Type jobType) =>
        jobType == typeof(BatchWorker) ? worker : throw new InvalidOperationException($"'{jobType}' is in a queue of audits, where it does not belong.");
}
