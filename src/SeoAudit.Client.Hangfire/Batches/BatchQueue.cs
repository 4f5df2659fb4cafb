using Hangfire;
using Hangfire.States;
using Hangfire.Storage;
using SeoAudit.Client.Hangfire.Storage;
using SeoAudit.Client.Hangfire.Workers;

namespace SeoAudit.Client.Hangfire.Batches;

/// <summary>Puts work into Hangfire's queues.</summary>
internal sealed class BatchQueue(Fleet fleet)
{
    /// <summary>The number that stands for the putting into the queue itself.</summary>
    public const int Dispatch = -1;

    private const int PerStep = 20;

    private readonly BackgroundJobClient _client = new(fleet.Storage);

    /// <exception cref="SeoAuditJobException">The storage cannot be written.</exception>
    public void Enqueue(AuditService service, string id, int batch)
    {
        string queue = BatchWorker.QueueOf(batch == Dispatch ? null : service);
        _ = StorageAccess.Guard(() => (batch, service) switch
        {
            (Dispatch, _) => _client.Create<BatchWorker>(worker => worker.DispatchAsync(id, CancellationToken.None), new EnqueuedState(queue)),
            (_, AuditService.Seogent) => _client.Create<BatchWorker>(worker => worker.SeogentAsync(id, batch, CancellationToken.None), new EnqueuedState(queue)),
            (_, AuditService.MetricSpot) => _client.Create<BatchWorker>(worker => worker.MetricSpotAsync(id, batch, CancellationToken.None), new EnqueuedState(queue)),
            _ => _client.Create<BatchWorker>(worker => worker.SeoPeekAsync(id, batch, CancellationToken.None), new EnqueuedState(queue)),
        });
    }

    /// <summary>Whether no batch waits in the queue of a service.</summary>
    public bool IsEmpty(AuditService? service) =>
        StorageAccess.Guard(() => fleet.Storage.GetMonitoringApi().EnqueuedCount(BatchWorker.QueueOf(service)) == 0);

    /// <summary>Stores why all batches of a job are to be put into the queue, and has it done, also when this process dies now.</summary>
    public void Begin(JobEntry job, Action<JobStorageTransaction> why)
    {
        fleet.Access.Write(transaction =>
        {
            why(transaction);
            fleet.Claims.Watch(transaction, job.Id, Dispatch);
        });
        Hasten(job);
    }

    /// <summary>Has done at once what is watched.</summary>
    public void Hasten(JobEntry job)
    {
        try
        {
            Enqueue(job.Service, job.Id, Dispatch);
        }
        catch (SeoAuditJobException)
        {
            // It is stored, so it will be done; only not at once.
        }
    }

    /// <summary>Puts the batches of a job into the queue.</summary>
    public void EnqueueAll(JobEntry job, CancellationToken cancellationToken)
    {
        if (job.Dispatched == 0)
        {
            // Whoever submitted it may have died before.
            JobInput.Keep(fleet.Access, job.Id, job.Batches);
        }

        // A wish to end reaches batches that wait for their day at once.
        int from = job.IsOver ? 0 : job.Dispatched;
        int sinceStored = 0;
        foreach (int batch in fleet.Progress.Open(job).Where(batch => batch >= from))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Enqueue(job.Service, job.Id, batch);
            if (++sinceStored == PerStep)
            {
                sinceStored = 0;
                fleet.Access.Write(transaction =>
                {
                    transaction.Set(Keys.Job(job.Id), (JobEntry.DispatchedField, Keys.Number(batch + 1)));
                    fleet.Claims.Watch(transaction, job.Id, Dispatch);
                });
            }
        }

        fleet.Jobs.Set(job.Id, JobEntry.DispatchedField, Keys.Number(job.Batches));
        fleet.Jobs.EndIfDone(job.Id);
        // Last, for one without batches is ended by nobody else.
        fleet.Claims.Forget(job.Id, Dispatch);
    }
}
