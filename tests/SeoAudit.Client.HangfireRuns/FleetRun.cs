using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SeoAudit.Client.Hangfire.Tests.Support;
using SeoAudit.Emulator;
using SeoAudit.Tests.Shared;

namespace SeoAudit.Client.HangfireRuns;

/// <summary>One job over several worker processes, of which one is killed again and again while the storage is restarted once.</summary>
internal sealed class FleetRun(string kind, AuditService service, int pages)
{
    private const int ScanBatchSize = 25;

    // By progress and not by the clock, so that a fast machine sees as many as a slow one.
    private readonly int _kills = Math.Clamp(pages / 250, 8, 40);

    // What the service sells: a scan of SEOgent is of many pages.
    private readonly int _units = service == AuditService.Seogent ? (pages + ScanBatchSize - 1) / ScanBatchSize : pages;

    private TimeSpan Patience => TimeSpan.FromMinutes(5 + (pages / 1000));

    private EmulatedService Emulated => Enum.Parse<EmulatedService>(service.ToString());

    /// <summary>Runs the job undisturbed and tells how long it took, and how many bytes a page took in the storage.</summary>
    public async Task<(TimeSpan Time, long BytesPerPage)> MeasureAsync(int workers)
    {
        await using var stage = await Stage.OpenAsync(kind);
        Process[] processes = [.. Enumerable.Range(0, workers).Select(_ => stage.Start())];
        try
        {
            long before = await FleetStorage.SizeAsync(kind, stage.Server.Port);
            BulkAuditJob job = await SubmitAsync(stage);
            await job.WaitForCompletionAsync();
            await job.UpdateStatusAsync();
            long bytes = await FleetStorage.SizeAsync(kind, stage.Server.Port) - before;
            return (job.State.EndedAt!.Value - job.State.StartedAt!.Value, bytes / pages);
        }
        finally
        {
            Array.ForEach(processes, static process => process.Kill());
        }
    }

    public async Task<bool> RunAsync(int workers)
    {
        await using var stage = await Stage.OpenAsync(kind);
        Process[] processes = [.. Enumerable.Range(0, workers).Select(_ => stage.Start())];
        var killed = 0;
        var restarted = false;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            BulkAuditJob job = await SubmitAsync(stage);
            while (!await IsEndedAsync(job))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
                if (killed == _kills || stage.Emulator.Ledger.CreationsOf(Emulated).Count < _units * (killed + 1) / (_kills + 1))
                {
                    continue;
                }

                int victim = killed++ % workers;
                processes[victim].Kill();
                await processes[victim].WaitForExitAsync(patience.Token);
                processes[victim] = stage.Start();
                if (!restarted && killed == 3)
                {
                    await stage.Server.RestartAsync();
                    restarted = true;
                }
            }

            return await JudgeAsync(stage, job, killed, restarted);
        }
        finally
        {
            Array.ForEach(processes, static process => process.Kill());
        }
    }

    private static async Task<bool> IsEndedAsync(BulkAuditJob job)
    {
        try
        {
            return (await job.UpdateStatusAsync()).IsFinal;
        }
        catch (SeoAuditJobException)
        {
            // The storage is being restarted.
            return false;
        }
    }

    private async Task<BulkAuditJob> SubmitAsync(Stage stage) => await stage.Jobs.SubmitAsync(
        Enumerable.Range(0, pages).Select(page => new Uri(stage.Site.Address, string.Create(CultureInfo.InvariantCulture, $"/page/{page}"))),
        new BulkAuditJobOptions
        {
            Audit = new() { Service = service, MaxConcurrency = service == AuditService.Seogent ? 1 : FleetWorker.Concurrency, ScanBatchSize = ScanBatchSize },
        });

    private async Task<bool> JudgeAsync(Stage stage, BulkAuditJob job, int killed, bool restarted)
    {
        BulkAuditReport report = await job.WaitForCompletionAsync();
        var urls = new HashSet<string>(StringComparer.Ordinal);
        var outcomes = 0;
        await foreach (PageAuditOutcome outcome in job.StreamOutcomesAsync())
        {
            outcomes++;
            urls.Add(outcome.Url.AbsoluteUri);
            if (!outcome.IsSuccess)
            {
                Console.WriteLine($"{outcome.Url}: {outcome.Error.Message}");
            }
        }

        int paid = stage.Emulator.Ledger.CreationsOf(Emulated).Count;
        int allowed = _units + (service == AuditService.SeoPeek ? killed * FleetWorker.Workers * FleetWorker.Concurrency : 0);
        bool good = restarted && killed == _kills && outcomes == pages && urls.Count == pages && report.Audited == pages && paid >= _units && paid <= allowed;
        Console.WriteLine(
            $"{service} on {kind}: {outcomes} outcomes, {urls.Count} distinct, {report.Audited} audited; killed {killed} times, storage "
            + $"{(restarted ? "restarted" : "NOT RESTARTED")}; paid {paid} times for {_units}, {allowed} allowed: {(good ? "good" : "BAD")}");
        return good;
    }

    private sealed class Stage(string kind, Server server, NumberedSite site, SeoAuditEmulator emulator, IHost host) : IAsyncDisposable
    {
        public Server Server => server;

        public NumberedSite Site => site;

        public SeoAuditEmulator Emulator => emulator;

        public IBulkAuditJobs Jobs => host.Services.GetRequiredService<IBulkAuditJobs>();

        public static async Task<Stage> OpenAsync(string kind)
        {
            Server server = await FleetStorage.StartAsync(kind);
            NumberedSite site = await NumberedSite.StartAsync();
            SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync(FleetEmulator.Settings());
            IHost host = FleetWorker.Build(kind, server.Port, emulator.BaseAddress, workers: 0);
            await host.StartAsync();
            return new Stage(kind, server, site, emulator, host);
        }

        public Process Start() => Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!,
            ["worker", kind, server.Port.ToString(CultureInfo.InvariantCulture), emulator.BaseAddress.AbsoluteUri])
        { UseShellExecute = false })!;

        public async ValueTask DisposeAsync()
        {
            await host.StopAsync();
            host.Dispose();
            await emulator.DisposeAsync();
            await site.DisposeAsync();
            await server.DisposeAsync();
        }
    }
}
