namespace SeoAudit.Client;

/// <summary>Where jobs are kept and how many run; see <see cref="SeoAuditBuilder.AddJobs"/>.</summary>
public sealed class BulkAuditJobsOptions
{
    /// <summary>
    /// The folder that holds the jobs; created where there is none. One process owns it, from the first use to its end, and another
    /// that is started on it is refused (<see cref="JobFault.FolderInUse"/>).
    /// </summary>
    /// <value>Required. Each keyed registration needs one of its own.</value>
    public string? Folder { get; set; }

    /// <summary>How many jobs run at the same time; further ones wait. 1 to 100.</summary>
    /// <value>1 by default: each job keeps a service as busy as its plan allows.</value>
    public int MaxConcurrentJobs { get; set; } = 1;

    /// <summary>How many jobs may wait for their turn; 1 to 100,000. When so many do, <see cref="IBulkAuditJobs.SubmitAsync"/> refuses further ones.</summary>
    /// <value>100 by default.</value>
    public int QueueCapacity { get; set; } = 100;

    /// <summary>How long a job is kept after its end, with all its outcomes; 0 to 3,650 days.</summary>
    /// <value>7 days by default. It is gone then, within an hour or so.</value>
    public TimeSpan KeepFinishedFor { get; set; } = TimeSpan.FromDays(7);
}
