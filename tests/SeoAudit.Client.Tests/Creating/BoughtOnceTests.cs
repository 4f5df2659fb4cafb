using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;
using SeoAudit.Emulator;

namespace SeoAudit.Client.Tests.Creating;

/// <summary>Whatever fails on the way, and however calls meet: what the service accepted is what its callers got, each thing once.</summary>
public sealed class BoughtOnceTests
{
    private const int Workers = 16;

    // How many schedules share an emulator, whose ledger each of them searches.
    private const int LedgerSize = 500;

    // Only against what hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private static readonly LinkFault[] Faults = Enum.GetValues<LinkFault>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static int ScheduleCount =>
        int.TryParse(Environment.GetEnvironmentVariable("SEOAUDIT_SPEND_SCHEDULES"), CultureInfo.InvariantCulture, out int count) ? count : DefaultCount;

#if NET10_0_OR_GREATER
    private const int DefaultCount = 5_000;
#else
    private const int DefaultCount = 500;
#endif

    [Fact]
    public async Task Each_call_buys_once_or_says_that_it_cannot_tell()
    {
        using var link = new FaultyLink();
        await using ServiceProvider services = TestClient.Services(link);
        var clients = services.GetRequiredService<ISeoAuditClientFactory>();
        var ends = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);

        foreach (int[] seeds in Enumerable.Range(1, ScheduleCount).Chunk(LedgerSize))
        {
            await using SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync(Emulated());
            await Parallel.ForEachAsync(
                seeds,
                new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = Stop },
                async (seed, _) => ends.AddOrUpdate(await RunAsync(seed, emulator, link, clients), 1, static (_, count) => count + 1))
                .WaitAsync(Patience, Stop);
        }

        // Nearly all of them end well; and what cannot be told is met too, or the test would show nothing of it.
        Assert.True(ends.GetValueOrDefault("well") > ScheduleCount / 2, string.Join(", ", ends));
        Assert.True(ends.GetValueOrDefault("unknown") > 0, string.Join(", ", ends));
    }

    private static SeoAuditEmulatorOptions Emulated()
    {
        // The clock stands still, so that nothing is worked on: only what is accepted counts.
        var settings = new SeoAuditEmulatorOptions { TimeProvider = new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(-3)) };
        settings.MetricSpot.GlobalSpacing = TimeSpan.Zero;
        return settings;
    }

    private static async Task<string> RunAsync(int seed, SeoAuditEmulator emulator, FaultyLink link, ISeoAuditClientFactory clients)
    {
        var random = new Random(seed);
        bool scans = random.Next(2) == 0;
        string key = (scans ? "sk_" : "ms_live_") + seed.ToString("x48", CultureInfo.InvariantCulture);
        double trouble = random.NextDouble() * 0.8;
        var isOver = false;
        link.Schedule(key, request => isOver ? LinkFault.None : Next(random, request.Method == HttpMethod.Post ? trouble : trouble / 3));
        var settings = new SeoAuditOptions();
        ServiceOptions account = scans ? settings.Seogent : settings.MetricSpot;
        account.BaseAddress = new Uri(emulator.BaseAddress, scans ? "seogent/api/" : "metricspot/");
        (settings.Seogent.ApiToken, settings.MetricSpot.ApiKey, settings.MetricSpot.Spacing) = (key, key, TimeSpan.Zero);
        account.MaxRetries = random.Next(4);
        account.RetryDelay = TimeSpan.FromMilliseconds(random.Next(3));
        account.AttemptTimeout = TimeSpan.FromMilliseconds(500);
        ISeoAuditClient client = clients.Create(settings);

        Func<Task<string>>[] calls = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Call(client, scans, random))];
        CallEnd[] ends = await Task.WhenAll(calls.Select(EndAsync));
        isOver = true;
        // Nothing hangs any more, and a machine that is slow may be.
        account.AttemptTimeout = null;
        List<string> bought = [.. ends.Select(static end => end.Id).OfType<string>()];
        Assert.Equal(bought.Count, bought.Distinct(StringComparer.Ordinal).Count());
        SeoAuditOutcomeUnknownException[] unknown = [.. ends.Select(static end => end.Error).OfType<SeoAuditOutcomeUnknownException>()];
        string[] accepted = Accepted(emulator, key);
        Assert.Subset(accepted.ToHashSet(StringComparer.Ordinal), bought.ToHashSet(StringComparer.Ordinal));
        Assert.True(accepted.Length <= bought.Count + unknown.Length, $"Seed {seed}: {accepted.Length} were bought by {bought.Count} + {unknown.Length} calls.");

        var unsettled = 0;
        foreach (SeoAuditOutcomeUnknownException error in unknown)
        {
            try
            {
                bought.AddRange(await error.ReconcileAsync(Stop) is { } id ? [id] : []);
            }
            catch (SeoAuditOutcomeUnknownException)
            {
                unsettled++;
            }
        }

        Assert.Equal(bought.Count, bought.Distinct(StringComparer.Ordinal).Count());
        Assert.True(accepted.Length - bought.Count is var lost && lost >= 0 && lost <= unsettled, $"Seed {seed}: {lost} of {accepted.Length} are lost.");
        return unknown.Length > 0 ? "unknown" : ends.All(static end => end.Error is null) ? "well" : "badly";
    }

    private static string[] Accepted(SeoAuditEmulator emulator, string key)
    {
        string fingerprint = EmulatorLedger.Fingerprint(key);
        return [.. emulator.Ledger.Creations.Where(creation => creation.KeyFingerprint == fingerprint).Select(static creation => creation.Id)];
    }

    private static Func<Task<string>> Call(ISeoAuditClient client, bool scans, Random random)
    {
        var page = new Uri($"http://127.0.0.1:9/{random.Next(2)}");
        if (!scans)
        {
            return async () => (await client.MetricSpot.QueueAuditAsync(page, Stop)).Id;
        }

        ScanRequest request = random.Next(3) switch
        {
            0 => ScanRequest.ForDomain("http://127.0.0.1:9", maxPages: 5),
            1 => ScanRequest.ForUrls(page),
            _ => ScanRequest.ForUrls(page, new Uri("http://127.0.0.1:9/other")),
        };
        return async () => (await client.Seogent.StartScanAsync(request, Stop)).Id;
    }

    private static async Task<CallEnd> EndAsync(Func<Task<string>> call)
    {
        try
        {
            return new CallEnd(await call(), Error: null);
        }
        catch (SeoAuditException exception)
        {
            return new CallEnd(Id: null, exception);
        }
    }

    private static LinkFault Next(Random random, double trouble)
    {
        lock (random)
        {
            if (random.NextDouble() > trouble)
            {
                return LinkFault.None;
            }

            // What hangs takes real time, so there is less of it.
            LinkFault fault = Faults[random.Next(Faults.Length)];
            return fault is LinkFault.HangBeforeArrival or LinkFault.HangAfterHandling && random.Next(8) > 0 ? LinkFault.ResetAfterHandling : fault;
        }
    }

    private sealed record CallEnd(string? Id, SeoAuditException? Error);
}
