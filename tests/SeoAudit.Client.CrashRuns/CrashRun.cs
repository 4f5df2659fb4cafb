using System.Diagnostics;
using System.Globalization;
using SeoAudit.Emulator;
using SeoAudit.Tests.Shared;

namespace SeoAudit.Client.CrashRuns;

/// <summary>Kills a worker so many times at random points of its work, then lets it end, and counts what was paid for.</summary>
/// <param name="mode">The worker: <c>worker</c> for a run with a journal, <c>job-worker</c> for a host with jobs.</param>
/// <param name="service">The service.</param>
/// <param name="pages">How many pages.</param>
/// <param name="kills">How many kills at most.</param>
/// <param name="random">Decides when.</param>
internal sealed class CrashRun(string mode, AuditService service, int pages, int kills, Random random)
{
    public const string Run = "worker";
    public const string Jobs = "job-worker";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"seoaudit-crash-{Environment.ProcessId}-{service}");

    private bool _shut;

    private EmulatedService Emulated => Enum.Parse<EmulatedService>(service.ToString());

    public async Task<bool> RunAsync()
    {
        await using NumberedSite site = await NumberedSite.StartAsync();
        await using SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync(Settings());
        Directory.CreateDirectory(_folder);
        try
        {
            int killed = await KillAsync(emulator, site.Address);
            string[] end = await EndAsync(emulator, site.Address);
            return Judge(emulator, killed, end);
        }
        finally
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    // Each kill comes when so many more pages have been paid for, which no clock decides.
    private async Task<int> KillAsync(SeoAuditEmulator emulator, Uri site)
    {
        int[] points = [.. Enumerable.Range(0, kills).Select(_ => random.Next(1, Units())).Order()];
        if (mode == Jobs)
        {
            // Also while it is being submitted, or about to be, and at its end.
            points = [0, 0, .. points, Units()];
        }

        var killed = 0;
        foreach (int point in points)
        {
            using Process worker = Start(emulator, site);
            using var patience = new CancellationTokenSource(Patience);
            while (!worker.HasExited && emulator.Ledger.CreationsOf(Emulated).Count < point)
            {
                await Task.Delay(random.Next(1, 4), patience.Token);
            }

            _shut |= !_shut && point > 0 && !worker.HasExited && await IsRefusedAsync(emulator, site, patience.Token);

            // Somewhere between this audit and the next.
            await Task.Delay(random.Next(0, point == 0 ? 500 : 40), patience.Token);
            if (!worker.HasExited)
            {
                worker.Kill();
                killed++;
            }

            await worker.WaitForExitAsync(patience.Token);
        }

        return killed;
    }

    // A second process must not get at the journal, or the jobs, of the first.
    private async Task<bool> IsRefusedAsync(SeoAuditEmulator emulator, Uri site, CancellationToken cancellationToken)
    {
        using Process second = Start(emulator, site);
        await second.WaitForExitAsync(cancellationToken);
        return second.ExitCode is Worker.JournalInUse or JobWorker.FolderInUse;
    }

    private async Task<string[]> EndAsync(SeoAuditEmulator emulator, Uri site)
    {
        using Process worker = Start(emulator, site);
        using var patience = new CancellationTokenSource(Patience);
        string output = await worker.StandardOutput.ReadToEndAsync(patience.Token);
        await worker.WaitForExitAsync(patience.Token);
        string? last = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault(static line => line.StartsWith("ended ", StringComparison.Ordinal));
        if (last is null)
        {
            Console.WriteLine(output);
        }

        return (last ?? "ended 0 0 0").Split(' ');
    }

    private bool Judge(SeoAuditEmulator emulator, int killed, string[] end)
    {
        int outcomes = int.Parse(end[1], CultureInfo.InvariantCulture);
        int distinct = int.Parse(end[2], CultureInfo.InvariantCulture);
        int audited = int.Parse(end[3], CultureInfo.InvariantCulture);
        IReadOnlyList<LedgerCreation> paid = emulator.Ledger.CreationsOf(Emulated);
        int allowed = Units() + (service == AuditService.SeoPeek ? killed * Worker.Concurrency : 0);
        bool good = _shut && outcomes == pages && distinct == pages && audited == pages && paid.Count <= allowed && paid.Count >= Units();
        Console.WriteLine(
            $"{service}{(mode == Jobs ? " jobs" : string.Empty)}: killed {killed} times; {outcomes} outcomes, {distinct} distinct, {audited} audited; "
            + $"a second process {(_shut ? "kept out" : "LET IN")}; paid {paid.Count} times for {Units()}, {allowed} allowed: {(good ? "good" : "BAD")}");
        return good;
    }

    /// <summary>How many times the service has to be paid: for each page, or for each scan.</summary>
    private int Units() => service == AuditService.Seogent ? (pages + Worker.ScanBatchSize - 1) / Worker.ScanBatchSize : pages;

    private static SeoAuditEmulatorOptions Settings()
    {
        SeoAuditEmulatorOptions settings = UnlimitedServices.Settings();
        settings.MetricSpot.QueuedDuration = TimeSpan.FromMilliseconds(20);
        settings.MetricSpot.RunningDuration = TimeSpan.FromMilliseconds(50);
        settings.Seogent.PendingDuration = TimeSpan.FromMilliseconds(20);
        settings.Seogent.CrawlPerPage = TimeSpan.FromMilliseconds(2);
        settings.Seogent.AnalyzePerPage = TimeSpan.FromMilliseconds(2);
        return settings;
    }

    private Process Start(SeoAuditEmulator emulator, Uri site)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        // A process that is killed would leave the pipe of a debugger behind.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        foreach (string argument in new[]
        {
            mode, service.ToString(), emulator.BaseAddress.AbsoluteUri, site.AbsoluteUri, pages.ToString(CultureInfo.InvariantCulture), _folder,
        })
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
