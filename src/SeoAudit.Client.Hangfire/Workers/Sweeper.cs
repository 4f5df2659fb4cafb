using Hangfire.Server;
using SeoAudit.Client.Hangfire.Batches;
using SeoAudit.Client.Hangfire.Storage;

namespace SeoAudit.Client.Hangfire.Workers;

/// <summary>Puts batches back into the queue whose worker has died.</summary>
internal sealed class Sweeper(Fleet fleet) : IBackgroundProcess
{
    private Dictionary<(string Id, int Batch), long> _missing = [];

    public void Execute(BackgroundProcessContext context)
    {
        Sweep();
        context.Wait(fleet.Options.TakeOverAfter / 2);
    }

    public void Sweep()
    {
        IReadOnlySet<(string Id, int Batch)> watched = fleet.Claims.All();
        foreach ((string id, int batch) in watched)
        {
            try
            {
                See(id, batch);
            }
            catch (SeoAuditJobException)
            {
                // One that cannot be read must not keep the others waiting; it is looked at again the next time.
            }
        }

        SeeToMissing(watched);
    }

    private void See(string id, int batch)
    {
        ClaimState state = fleet.Claims.Look(id, batch);
        if (!state.IsOverdue)
        {
            return;
        }

        if (fleet.Jobs.Find(id) is not { End: null } job)
        {
            fleet.Claims.Forget(id, batch);
        }
        else if ((state.IsOwned || !(IsPaused(job, batch) || state.IsQueued && IsInQueue(job, batch))) && fleet.Claims.TryTakeOver(id, batch))
        {
            fleet.Queue.Enqueue(job.Service, id, batch);
        }
    }

    private bool IsPaused(JobEntry job, int batch) => batch != BatchQueue.Dispatch && fleet.PausedUntil(job) is not null;

    // In a long queue it may well be; to put it there once more each time would make that longer.
    private bool IsInQueue(JobEntry job, int batch) => !fleet.Queue.IsEmpty(batch == BatchQueue.Dispatch ? null : job.Service);

    // Whoever dies between taking a batch from the queue and claiming it leaves it to nobody: the queue is empty then, and it is neither
    // done nor claimed. The same is so for a moment when all is well, so it must be so for a while.
    private void SeeToMissing(IReadOnlySet<(string Id, int Batch)> watched)
    {
        var missing = new Dictionary<(string Id, int Batch), long>();
        foreach (JobEntry job in fleet.Jobs.List().Where(static job => job.End is null && job.Dispatched == job.Batches))
        {
            try
            {
                SeeToMissing(job, watched, missing);
            }
            catch (SeoAuditJobException)
            {
                // As above.
            }
        }

        _missing = missing;
    }

    private void SeeToMissing(JobEntry job, IReadOnlySet<(string Id, int Batch)> watched, Dictionary<(string Id, int Batch), long> missing)
    {
        if (IsPaused(job, batch: 0) || IsInQueue(job, batch: 0))
        {
            return;
        }

        int[] open = [.. fleet.Progress.Open(job)];
        if (open.Length == 0)
        {
            fleet.Jobs.EndIfDone(job.Id);
        }

        foreach (int batch in open.Where(batch => !watched.Contains((job.Id, batch))))
        {
            long since = _missing.TryGetValue((job.Id, batch), out long known) ? known : fleet.Time.GetTimestamp();
            if (fleet.Time.GetElapsedTime(since) < fleet.Options.TakeOverAfter)
            {
                missing.Add((job.Id, batch), since);
            }
            else if (fleet.Claims.TryTakeOver(job.Id, batch))
            {
                fleet.Queue.Enqueue(job.Service, job.Id, batch);
            }
        }
    }
}
