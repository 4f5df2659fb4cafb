using SeoAudit.Client.Jobs;

namespace SeoAudit.Client;

/// <summary>How one job is carried out.</summary>
public sealed record BulkAuditJobOptions
{
    /// <summary>
    /// How the pages are audited. <see cref="BulkAuditOptions.JournalPath"/>, <see cref="BulkAuditOptions.Journal"/>,
    /// <see cref="BulkAuditOptions.OnlyRecorded"/> and <see cref="BulkAuditOptions.Progress"/> are the job's own and must not be set; <see cref="BulkAuditOptions.RetryFailed"/> has no effect, because an outcome of a job stands.
    /// </summary>
    /// <value>The defaults of <see cref="BulkAuditOptions"/>.</value>
    public BulkAuditOptions Audit { get; init; } = new();

    /// <summary>What the report holds. Its clock is the job's own and must not be set.</summary>
    /// <value>The defaults of <see cref="BulkReportOptions"/>.</value>
    public BulkReportOptions Report { get; init; } = new();

    /// <summary>A name for people; at most 200 characters.</summary>
    /// <value><see langword="null"/> by default.</value>
    public string? Name { get; init; }

    /// <summary>
    /// Whether the job waits when a limit or a spent quota stops it and the service said when to come back, and then goes on by
    /// itself, however many days that takes. Otherwise it ends, the pages left are <see cref="OutcomeStatus.NotAttempted"/>, and
    /// <see cref="BulkAuditJobState.ResumeAt"/> says when another job can go on.
    /// </summary>
    /// <value><see langword="false"/> by default.</value>
    public bool ResumeWhenQuotaReturns { get; init; }

    /// <summary>Checks the options as <see cref="IBulkAuditJobs.SubmitAsync"/> does, for those who take jobs in some other way.</summary>
    /// <exception cref="ArgumentException">An option is out of its range, or is the job's own to set; the message names it.</exception>
    public void Validate() => JobRules.Check(this);
}
