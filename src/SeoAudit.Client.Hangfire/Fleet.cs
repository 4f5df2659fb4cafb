using Hangfire;
using Hangfire.Storage;
using SeoAudit.Client.Hangfire.Batches;
using SeoAudit.Client.Hangfire.Storage;

namespace SeoAudit.Client.Hangfire;

/// <summary>What all parts of one registration work with.</summary>
internal sealed class Fleet(JobStorage storage, HangfireJobsOptions options, TimeProvider time, IDisposable? own = null) : IDisposable
{
    public JobStorage Storage => storage;

    public HangfireJobsOptions Options => options;

    public TimeProvider Time => time;

    public StorageAccess Access { get; } = new(storage, time);

    public ProgressTable Progress => field ??= new ProgressTable(Access);

    public JobTable Jobs => field ??= new JobTable(Access, Progress, time, options.KeepFinishedFor);

    public Claims Claims => field ??= new Claims(Access, options, time);

    public BatchQueue Queue => field ??= new BatchQueue(this);

    /// <summary>Until when a job leaves its service alone because the quota is spent; null where it does not.</summary>
    public DateTimeOffset? PausedUntil(JobEntry job) =>
        job is { IsOver: false, Options.ResumeWhenQuotaReturns: true } && Access.Read(connection => Pause(connection, job.Service)) is var until && until > time.GetUtcNow()
            ? until
            : null;

    // A storage of the app's stays the app's.
    public void Dispose() => own?.Dispose();

    private static DateTimeOffset? Pause(JobStorageConnection connection, AuditService service) =>
        connection.GetValueFromHash(Keys.Pauses, service.ToString()) is { } ticks ? JobEntry.ReadTime(ticks) : null;
}
