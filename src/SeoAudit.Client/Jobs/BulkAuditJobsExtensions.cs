using SeoAudit.Client.Urls;

namespace SeoAudit.Client;

/// <summary>Other inputs for <see cref="IBulkAuditJobs"/>.</summary>
public static class BulkAuditJobsExtensions
{
    /// <summary>Submits the given pages; see <see cref="IBulkAuditJobs.SubmitAsync"/>.</summary>
    /// <param name="jobs">The jobs.</param>
    /// <param name="urls">The pages.</param>
    /// <param name="options">How they are audited; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the storing.</param>
    /// <returns>The job.</returns>
    /// <exception cref="ArgumentException">An option is out of its range or is the job's own to set, or <paramref name="urls"/> holds null; nothing is stored.</exception>
    /// <exception cref="SeoAuditJobException">There is no room for another job, or it cannot be stored; nothing is left of it.</exception>
    public static Task<BulkAuditJob> SubmitAsync(
        this IBulkAuditJobs jobs, IEnumerable<Uri> urls, BulkAuditJobOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        ArgumentNullException.ThrowIfNull(urls);
        return jobs.SubmitAsync(UrlStream.Of(urls), options, cancellationToken);
    }

    /// <summary>Submits the pages of a sitemap; see <see cref="IBulkAuditJobs.SubmitAsync"/>.</summary>
    /// <param name="jobs">The jobs.</param>
    /// <param name="sitemap">The entries, from <see cref="ISeoAuditClient.ReadSitemapAsync(Uri, SitemapOptions?, CancellationToken)"/>.</param>
    /// <param name="options">How they are audited; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the storing.</param>
    /// <returns>The job.</returns>
    /// <exception cref="ArgumentException">An option is out of its range or is the job's own to set; nothing is stored.</exception>
    /// <exception cref="SeoAuditJobException">There is no room for another job, or it cannot be stored; nothing is left of it.</exception>
    public static Task<BulkAuditJob> SubmitAsync(
        this IBulkAuditJobs jobs,
        IAsyncEnumerable<SitemapEntry> sitemap,
        BulkAuditJobOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        ArgumentNullException.ThrowIfNull(sitemap);
        return jobs.SubmitAsync(UrlStream.Of(sitemap, cancellationToken), options, cancellationToken);
    }
}
