using Hangfire;
using Hangfire.States;
using SeoAudit.Client.Hangfire.Storage;
using SeoAudit.Client.Hangfire.Workers;

namespace SeoAudit.Client.Hangfire.Batches;

/// <summary>Puts work into Hangfire's queues.</summary>
internal sealed class BatchQueue(Fleet fleet)
{
    /// <summary>The number that stands for the putting into the queue itself.</summary>
    public const int Dispatch = -1;

    private readonly BackgroundJobClient _client = new(fleet.Storage);

    public void Enqueue(AuditService service, string id, int batch)
    {
        string queue = BatchWorker.QueueOf(batch == Dispatch ? null : service);
        _ = (batch, service) switch
        {
            (Dispatch, _) => _client.Create<BatchWorker>(worker => worker.DispatchAsync(id, CancellationToken.None), new EnqueuedState(queue)),
            (_, AuditService.Seogent) => _client.Create<BatchWorker>(worker => worker.SeogentAsync(id, batch, CancellationToken.None), new EnqueuedState(queue)),
            (_, AuditService.MetricSpot) => _client.Create<BatchWorker>(worker => worker.MetricSpotAsync(id, batch, CancellationToken.None), new EnqueuedState(queue)),
            _ => _client.Create<BatchWorker>(worker => worker.SeoPeekAsync(id, batch, CancellationToken.None), new EnqueuedState(queue)),
        };
    }

    /// <summary>Has all batches of a job put into the queue, also when this process dies now.</summary>
    public void Begin(JobEntry job)
    {
        fleet.Claims.Watch(job.Id, Dispatch);
        Enqueue(job.Service, job.Id, Dispatch);
    }

    /// <summary>Puts the batches of a job into the queue.</summary>
    public void EnqueueAll(JobEntry job, CancellationToken cancellationToken)
    {
        IReadOnlyList<BatchProgress> progress = fleet.Jobs.ProgressOf(job);
        // A wish to end reaches batches that wait for their day at once.
        for (int batch = job.IsOver ? 0 : job.Dispatched; batch < job.Batches; batch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!progress[batch].IsDone)
            {
                Enqueue(job.Service, job.Id, batch);
            }

            if (batch % 20 == 19)
            {
                fleet.Jobs.Set(job.Id, JobEntry.DispatchedField, Keys.Number(batch + 1));
                fleet.Claims.Watch(job.Id, Dispatch);
            }
        }

        fleet.Jobs.Set(job.Id, JobEntry.DispatchedField, Keys.Number(job.Batches));
        fleet.Claims.Forget(job.Id, Dispatch);
        fleet.Jobs.EndIfDone(job.Id);
    }
}
