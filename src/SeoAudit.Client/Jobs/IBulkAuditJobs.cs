namespace SeoAudit.Client;

/// <summary>
/// Bulk audits that outlive the call that starts them, and the process: what is submitted is stored, worked off in the background,
/// and taken up again after a restart without buying anything twice.
/// </summary>
/// <remarks>
/// Registered by <see cref="SeoAuditBuilder.AddJobs"/> for one process and one folder; other implementations spread the work over
/// machines. Safe for concurrent use.
/// </remarks>
public interface IBulkAuditJobs
{
    /// <summary>Stores a job and returns as soon as it is stored whole; it is audited in the background.</summary>
    /// <param name="urls">
    /// The pages, read to their end before this returns, one at a time. A URL that cannot be audited becomes an outcome with an error,
    /// and one that comes again has no outcome of its own, as in <see cref="ISeoAuditClient.AuditPagesAsync"/>.
    /// </param>
    /// <param name="options">How they are audited; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the storing, of which nothing is left then; the job itself is cancelled by <see cref="BulkAuditJob.CancelAsync"/>.</param>
    /// <returns>The job.</returns>
    /// <exception cref="ArgumentException">An option is out of its range or is the job's own to set, or <paramref name="urls"/> holds null; nothing is stored.</exception>
    /// <exception cref="SeoAuditJobException">There is no room for another job, or it cannot be stored; nothing is left of it.</exception>
    Task<BulkAuditJob> SubmitAsync(
        IAsyncEnumerable<Uri> urls, BulkAuditJobOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Finds a job by its id, whatever its status.</summary>
    /// <param name="id">The id; text that can be none is looked up nowhere.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The job; null where there is none, or none any more.</returns>
    /// <exception cref="SeoAuditJobException">The jobs cannot be read.</exception>
    Task<BulkAuditJob?> GetAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Lists the jobs there are, the one that was submitted last first.</summary>
    /// <param name="cancellationToken">Cancels the listing.</param>
    /// <returns>The jobs.</returns>
    /// <exception cref="SeoAuditJobException">The jobs cannot be read.</exception>
    IAsyncEnumerable<BulkAuditJob> ListAsync(CancellationToken cancellationToken = default);
}
