using System.Globalization;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Emulator;
using SeoAudit.Tests.Shared;

namespace SeoAudit.Client.Benchmarks;

/// <summary>What is asked of MetricSpot while many audits are waited for: by a bulk run, beside one wait for each.</summary>
internal static class WaitComparison
{
    private const int InFlight = 100;

    // The documented 30 seconds and polls 3 to 5 seconds apart, at a thirtieth of their length.
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(1);

    private static readonly PollingOptions Polling = new()
    {
        InitialDelay = TimeSpan.FromMilliseconds(100),
        Interval = TimeSpan.FromMilliseconds(100),
        MaxInterval = TimeSpan.FromMilliseconds(167),
        Timeout = TimeSpan.FromMinutes(1),
    };

    public static async Task<int> RunAsync(int audits)
    {
        int together = await CountAsync(audits, BulkAsync);
        int alone = await CountAsync(audits, OneByOneAsync);
        double share = (double)together / alone;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{audits} audits: {together} requests to wait for them together, {alone} with a wait for each: 1/{1 / share:0} (budget 1/20); the {audits} results come on top of both"));
        return share <= 1 / 20d ? 0 : 1;
    }

    private static async Task<int> CountAsync(int audits, Func<ISeoAuditClient, IReadOnlyList<Uri>, Task> run)
    {
        await using NumberedSite site = await NumberedSite.StartAsync();
        var settings = new SeoAuditEmulatorOptions { LedgerCapacity = 1_000_000 };
        settings.MetricSpot.DefaultPlan = MetricSpotEmulatorPlan.Pro;
        settings.MetricSpot.GlobalSpacing = TimeSpan.Zero;
        settings.MetricSpot.QueuedDuration = TimeSpan.Zero;
        settings.MetricSpot.RunningDuration = Duration;
        await using SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync(settings);
        var options = new SeoAuditOptions();
        options.UseEmulator(emulator);
        options.MetricSpot.Polling = Polling;
        using SeoAuditClient client = SeoAuditClient.Create(options);
        await run(client, [.. Enumerable.Range(0, audits).Select(page => new Uri(site.Address, string.Create(CultureInfo.InvariantCulture, $"/{page}")))]);
        int reads = emulator.Ledger.RequestsTo(EmulatedService.MetricSpot).Count(static request => request.Method == "GET");
        return reads - audits;
    }

    private static async Task BulkAsync(ISeoAuditClient client, IReadOnlyList<Uri> pages)
    {
        await foreach (PageAuditOutcome outcome in client.AuditPagesAsync(pages, new() { Service = AuditService.MetricSpot, MaxConcurrency = InFlight }))
        {
            if (!outcome.IsSuccess)
            {
                throw outcome.Error;
            }
        }
    }

    private static Task OneByOneAsync(ISeoAuditClient client, IReadOnlyList<Uri> pages) =>
        Parallel.ForEachAsync(pages, new ParallelOptions { MaxDegreeOfParallelism = InFlight }, async (page, stop) =>
        {
            MetricSpotAuditOperation operation = await client.MetricSpot.QueueAuditAsync(page, stop);
            await operation.WaitForCompletionAsync(cancellationToken: stop);
        });
}
