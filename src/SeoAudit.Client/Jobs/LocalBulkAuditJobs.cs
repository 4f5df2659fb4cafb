using System.Runtime.CompilerServices;

namespace SeoAudit.Client.Jobs;

/// <summary>Jobs in this process, kept in a folder.</summary>
internal sealed class LocalBulkAuditJobs(JobBoard board) : IBulkAuditJobs
{
    public Task<BulkAuditJob> SubmitAsync(
        IAsyncEnumerable<Uri> urls, BulkAuditJobOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(urls);
        return StoreAsync(urls, JobRules.Check(options), cancellationToken);
    }

    public Task<BulkAuditJob?> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return FindAsync(id, cancellationToken);
    }

    public async IAsyncEnumerable<BulkAuditJob> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await board.OpenAsync(cancellationToken).ConfigureAwait(false);
        foreach (Job job in board.ToList())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return View(job);
        }
    }

    private async Task<BulkAuditJob> StoreAsync(IAsyncEnumerable<Uri> urls, BulkAuditJobOptions options, CancellationToken cancellationToken)
    {
        await board.OpenAsync(cancellationToken).ConfigureAwait(false);
        return View(await board.SubmitAsync(urls, options, cancellationToken).ConfigureAwait(false));
    }

    private async Task<BulkAuditJob?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await board.OpenAsync(cancellationToken).ConfigureAwait(false);
        // Jobs are known by the ids of those that are there: what is asked for never becomes a path.
        return board.Find(id) is { } job ? View(job) : null;
    }

    private LocalBulkAuditJob View(Job job) => new(job, board);
}
