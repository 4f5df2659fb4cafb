using Hangfire.Server;
using SeoAudit.Client.Hangfire.Storage;

namespace SeoAudit.Client.Hangfire.Workers;

/// <summary>Puts batches back into the queue whose worker has died.</summary>
internal sealed class Sweeper(Fleet fleet) : IBackgroundProcess
{
    public void Execute(BackgroundProcessContext context)
    {
        Sweep();
        context.Wait(fleet.Options.TakeOverAfter / 2);
    }

    public void Sweep()
    {
        WatchLost();
        foreach ((string id, int batch) in fleet.Claims.TakeAbandoned())
        {
            if (fleet.Jobs.Find(id) is { End: null } job)
            {
                fleet.Queue.Enqueue(job.Service, id, batch);
            }
            else
            {
                fleet.Claims.Forget(id, batch);
            }
        }
    }

    // Whoever dies between taking a batch from the queue and claiming it leaves it to nobody: the queue is empty then, and it is neither
    // done nor claimed. The same is so for a moment when all is well, so it is given time to be claimed.
    private void WatchLost()
    {
        foreach (JobEntry job in fleet.Jobs.List().Where(static job => job.End is null && job.Dispatched == job.Batches))
        {
            if (fleet.Storage.GetMonitoringApi().EnqueuedCount(BatchWorker.QueueOf(job.Service)) > 0)
            {
                continue;
            }

            IReadOnlyList<BatchProgress> progress = fleet.Jobs.ProgressOf(job);
            for (var batch = 0; batch < progress.Count; batch++)
            {
                if (!progress[batch].IsDone)
                {
                    fleet.Claims.WatchUnclaimed(job.Id, batch);
                }
            }
        }
    }
}
