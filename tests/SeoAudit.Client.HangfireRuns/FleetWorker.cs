using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SeoAudit.Client.HangfireRuns;

/// <summary>A host that works on batches until it is killed, or one that only submits and reads.</summary>
internal static class FleetWorker
{
    public const int Workers = 2;
    public const int Concurrency = 5;

    public static IHost Build(string kind, int port, Uri emulator, int workers)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSeoAudit(options => options.UseEmulator(emulator)).AddHangfireJobs(jobs =>
        {
            jobs.Storage = _ => FleetStorage.Open(kind, port);
            jobs.BatchSize = 25;
            jobs.Workers = workers;
            jobs.MaxConcurrentBatches = 100;
            jobs.TakeOverAfter = TimeSpan.FromSeconds(5);
            jobs.PollInterval = TimeSpan.FromMilliseconds(250);
            jobs.ConfigureServer = static server => server.SchedulePollingInterval = TimeSpan.FromSeconds(1);
        });
        builder.Logging.ClearProviders();
        return builder.Build();
    }

    public static async Task RunAsync(string kind, int port, Uri emulator)
    {
        using IHost host = Build(kind, port, emulator, Workers);
        await host.RunAsync();
    }
}
