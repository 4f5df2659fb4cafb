using BulkAuditApi.Contract;
using SeoAudit.Client;

namespace BulkAuditApi.Jobs;

/// <summary>Jobs of the client in the words of this API. Ids are written as the guide writes them, with hyphens.</summary>
internal static class JobViews
{
    public static Guid IdOf(BulkAuditJob job) => Guid.Parse(job.Id);

    public static JobStatus StatusOf(BulkAuditJob job) =>
        Enum.TryParse(job.Status.Value, ignoreCase: true, out JobStatus status) ? status : JobStatus.Running;

    public static JobSummary ToSummary(BulkAuditJob job) => new()
    {
        JobId = IdOf(job),
        Status = StatusOf(job),
        Total = job.State.Total,
        Completed = job.State.Completed,
        Passed = job.State.Passed,
        Errors = job.State.Failed,
        NotAttempted = job.State.NotAttempted,
        IsCancelling = job.State.IsCancelling,
        SubmittedAt = job.State.SubmittedAt,
        StartedAt = job.State.StartedAt,
        EndedAt = job.State.EndedAt,
        PausedUntil = job.State.PausedUntil,
        Error = job.State.Error?.Message,
    };

    public static Task<BulkAuditJob?> FindAsync(this IBulkAuditJobs jobs, Guid id, CancellationToken cancellationToken) =>
        jobs.GetAsync(id.ToString("N"), cancellationToken);
}
