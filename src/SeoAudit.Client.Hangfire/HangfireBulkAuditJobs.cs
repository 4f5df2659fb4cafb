using System.Runtime.CompilerServices;
using SeoAudit.Client.Hangfire.Batches;
using SeoAudit.Client.Hangfire.Storage;

namespace SeoAudit.Client.Hangfire;

/// <summary>Jobs in a storage of Hangfire's.</summary>
internal sealed class HangfireBulkAuditJobs(Fleet fleet) : IBulkAuditJobs
{
    private const int DefaultBatchSize = 50;

    public Task<BulkAuditJob> SubmitAsync(
        IAsyncEnumerable<Uri> urls, BulkAuditJobOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(urls);
        options ??= new BulkAuditJobOptions();
        options.Validate();
        return StoreAsync(urls, options, cancellationToken);
    }

    public Task<BulkAuditJob?> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return fleet.Access.AskAsync<BulkAuditJob?>(() => JobId.IsValid(id) && fleet.Jobs.Find(id) is { } job ? View(job) : null, cancellationToken);
    }

    public async IAsyncEnumerable<BulkAuditJob> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (JobEntry job in await fleet.Access.AskAsync(fleet.Jobs.List, cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return await fleet.Access.AskAsync(() => View(job), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<BulkAuditJob> StoreAsync(IAsyncEnumerable<Uri> urls, BulkAuditJobOptions options, CancellationToken cancellationToken)
    {
        string id = JobId.New();
        int batchSize = fleet.Options.BatchSize ?? (options.Audit.Service == AuditService.Seogent ? options.Audit.ScanBatchSize : DefaultBatchSize);
        var input = new JobInput(fleet.Access, id, batchSize);
        try
        {
            await input.WriteAsync(urls, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
        catch
        {
            await fleet.Access.RunAsync(() => Try(input.Remove), CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        // From here on there is no way back: where it is stored, it is begun.
        return await fleet.Access.AskAsync<BulkAuditJob>(() => Begin(id, input, options), CancellationToken.None).ConfigureAwait(false);
    }

    private HangfireBulkAuditJob Begin(string id, JobInput input, BulkAuditJobOptions options)
    {
        var job = new JobEntry
        {
            Id = id,
            Options = options,
            SubmittedAt = fleet.Time.GetUtcNow(),
            Total = input.Total,
            Duplicates = input.Duplicates,
            Batches = input.Batches,
        };
        try
        {
            fleet.Jobs.Add(job, begin: transaction => fleet.Claims.Watch(transaction, id, BatchQueue.Dispatch));
        }
        catch
        {
            Try(() => fleet.Jobs.Remove(id));
            Try(input.Remove);
            throw;
        }

        // Who is told that it failed would submit it again, and have two.
        Try(() => JobInput.Keep(fleet.Access, id, job.Batches));
        fleet.Queue.Hasten(job);
        return new HangfireBulkAuditJob(fleet, HangfireBulkAuditJob.StateOf(job, BatchProgress.None, paused: null));
    }

    private static void Try(Action act)
    {
        try
        {
            act();
        }
        catch (SeoAuditJobException)
        {
            // What was not kept expires, and what is begun is kept by whoever begins it.
        }
    }

    private HangfireBulkAuditJob View(JobEntry job) => new HangfireBulkAuditJob(fleet, HangfireBulkAuditJob.StateOf(fleet, job));
}
