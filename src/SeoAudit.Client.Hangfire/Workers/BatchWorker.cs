using System.Globalization;
using Hangfire;
using SeoAudit.Client.Hangfire.Batches;
using SeoAudit.Client.Hangfire.Storage;

namespace SeoAudit.Client.Hangfire.Workers;

/// <summary>What Hangfire calls. Names and arguments are stored, so they stay as they are.</summary>
[AutomaticRetry(Attempts = 20, DelaysInSeconds = [1, 2, 5, 10, 30, 60], LogEvents = false)]
[BatchStates]
internal sealed class BatchWorker(Fleet fleet, ISeoAuditClient client, WorkerStop stopping)
{
    private const string JobsQueue = "seoaudit-jobs";
    private const string SeoPeekQueue = "seoaudit-seopeek";
    private const string SeogentQueue = "seoaudit-seogent";
    private const string MetricSpotQueue = "seoaudit-metricspot";

    /// <param name="service">The service; null for what concerns whole jobs.</param>
    public static string QueueOf(AuditService? service) => service switch
    {
        null => JobsQueue,
        AuditService.Seogent => SeogentQueue,
        AuditService.MetricSpot => MetricSpotQueue,
        _ => SeoPeekQueue,
    };

    [Queue(JobsQueue)]
    [JobDisplayName("Audit {0}: put its batches into the queue")]
    public Task<BatchEnd> DispatchAsync(string jobId, CancellationToken cancellationToken)
    {
        if (fleet.Jobs.Find(jobId) is not { End: null } job)
        {
            fleet.Claims.Forget(jobId, BatchQueue.Dispatch);
            return Task.FromResult(new BatchEnd("The job has ended."));
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stopping.Soft);
        try
        {
            fleet.Queue.EnqueueAll(job, stop.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Task.FromResult(new BatchEnd("Its worker stopped.", fleet.Time.GetUtcNow()));
        }

        return Task.FromResult(new BatchEnd(string.Create(CultureInfo.InvariantCulture, $"{job.Batches} batches are in the queue.")));
    }

    [Queue(SeoPeekQueue)]
    [JobDisplayName("Audit {0}, batch {1}, by SEOPeek")]
    public Task<BatchEnd> SeoPeekAsync(string jobId, int batch, CancellationToken cancellationToken) => RunAsync(jobId, batch, cancellationToken);

    [Queue(SeogentQueue)]
    [JobDisplayName("Audit {0}, batch {1}, by SEOgent")]
    public Task<BatchEnd> SeogentAsync(string jobId, int batch, CancellationToken cancellationToken) => RunAsync(jobId, batch, cancellationToken);

    [Queue(MetricSpotQueue)]
    [JobDisplayName("Audit {0}, batch {1}, by MetricSpot")]
    public Task<BatchEnd> MetricSpotAsync(string jobId, int batch, CancellationToken cancellationToken) => RunAsync(jobId, batch, cancellationToken);

    private async Task<BatchEnd> RunAsync(string id, int batch, CancellationToken cancellationToken)
    {
        if (fleet.Jobs.Find(id) is not { End: null } job)
        {
            fleet.Claims.Forget(id, batch);
            return new BatchEnd("The job has ended.");
        }

        if (fleet.PausedUntil(job) is { } until)
        {
            return BatchEnd.Paused(job.Service, until);
        }

        if (fleet.Claims.TryTake(id, batch) is not { } claim)
        {
            return BatchEnd.Elsewhere;
        }

        // Released without a word, it is looked after as if its worker had died.
        DateTimeOffset? goesOnAt = fleet.Time.GetUtcNow();
        try
        {
            var work = new ClaimedBatch(fleet, client, stopping, job, claim);
            BatchEnd end = await work.RunAsync(cancellationToken).ConfigureAwait(false);
            goesOnAt = end.GoesOnAt;
            return end;
        }
        finally
        {
            await fleet.Access.RunAsync(() => fleet.Claims.Release(claim, job.Service, goesOnAt), CancellationToken.None).ConfigureAwait(false);
        }
    }
}
