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
}
