using Hangfire;
using Hangfire.Server;
using Microsoft.Extensions.Hosting;

namespace SeoAudit.Client.Hangfire.Workers;

/// <summary>Works on batches while the host runs: one Hangfire server for each service's queue, and one for what concerns whole jobs.</summary>
internal sealed class WorkerService(Fleet fleet, ISeoAuditClient client) : IHostedService, IDisposable
{
    // Stopping is told to the workers here, which know what may be left in flight; Hangfire's own word comes when the host's patience ends.
    private static readonly TimeSpan NoEnd = TimeSpan.FromHours(1);

    private readonly List<BackgroundJobServer> _servers = [];
    private readonly WorkerStop _stop = new();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (fleet.Options.Workers == 0)
        {
            return Task.CompletedTask;
        }

        var activator = new WorkerActivator(new BatchWorker(fleet, client, _stop));
        _servers.Add(Start(service: null, workers: 1, activator));
        foreach (AuditService service in Enum.GetValues<AuditService>())
        {
            _servers.Add(Start(service, fleet.Options.Workers, activator));
        }

        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (BackgroundJobServer server in _servers)
        {
            server.SendStop();
        }

        await _stop.BeginAsync().ConfigureAwait(false);
        Task ended = Task.WhenAll(_servers.Select(static server => server.WaitForShutdownAsync(CancellationToken.None)));
        await ended.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _stop.EndAsync().ConfigureAwait(false);
        // What is left in flight has only to write down where it is.
        await ended.WaitAsync(TimeSpan.FromSeconds(5), fleet.Time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        // Who was not stopped would be waited for.
        _stop.End();
        foreach (BackgroundJobServer server in _servers)
        {
            server.Dispose();
        }

        _servers.Clear();
        _stop.Dispose();
    }

    private BackgroundJobServer Start(AuditService? service, int workers, WorkerActivator activator)
    {
        string queue = BatchWorker.QueueOf(service);
        var options = new BackgroundJobServerOptions { SchedulePollingInterval = TimeSpan.FromSeconds(5), StopTimeout = NoEnd };
        fleet.Options.ConfigureServer?.Invoke(options);
        options.Queues = [queue];
        options.WorkerCount = workers;
        options.Activator = activator;
        // On the worker's own thread, which may block, and not on the pool's.
        options.TaskScheduler = null;
        options.IsLightweightServer = service is not null;
        options.ServerName = $"{options.ServerName ?? Environment.MachineName}:{queue}";
        IBackgroundProcess[] more = service is null ? [new Sweeper(fleet)] : [];
        return new BackgroundJobServer(options, fleet.Storage, more);
    }
}
