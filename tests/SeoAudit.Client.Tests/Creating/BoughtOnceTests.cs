using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SeoAudit.Client.Tests.Support;
using SeoAudit.Emulator;

namespace SeoAudit.Client.Tests.Creating;

/// <summary>Whatever fails on the way, and however calls meet: what the service accepted is what its callers got, each thing once.</summary>
public sealed class BoughtOnceTests
{
    private const int Workers = 16;

    // How many schedules share a ledger, which each of them searches.
    private const int LedgerSize = 500;

    // Only against what hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    // All calls that create something of value.
    private static readonly Func<SpendGround, int, Random, SpendSchedule>[] Kinds =
    [
        static (ground, seed, random) => new ScanSchedule(ground, seed, random),
        static (ground, seed, random) => new AuditSchedule(ground, seed, random),
        static (ground, seed, random) => new PdfSchedule(ground, seed, random),
        static (ground, seed, random) => new KeySchedule(ground, seed, random),
    ];

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
            await using SpendGround ground = await SpendGround.StartAsync(link, clients);
            await Parallel.ForEachAsync(
                seeds,
                new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = Stop },
                async (seed, stop) =>
                {
                    SpendSchedule schedule = Pick(ground, seed);
                    ends.AddOrUpdate($"{schedule.Kind} {await schedule.PlayAsync(stop)}", 1, static (_, count) => count + 1);
                }).WaitAsync(Patience, Stop);

            // There is none that no schedule knows of.
            Assert.Equal(ground.Keys, ground.Idle.Ledger.Creations.Count(static creation => creation.Operation == LedgerOperation.Key));
        }

        // Most of what can be looked for ends well; and what cannot be told is met too, or the test would show nothing of it.
        string all = string.Join(", ", ends.OrderBy(static end => end.Key, StringComparer.Ordinal).Select(static end => $"{end.Key}: {end.Value}"));
        Assert.True(Count("scan well") + Count("audit well") > ScheduleCount / 4, all);
        Assert.True(Count("scan unknown") + Count("audit unknown") > 0, all);
        Assert.True(Count("PDF well") > ScheduleCount / 40 && Count("PDF unknown") > ScheduleCount / 40, all);
        Assert.True(Count("key well") > ScheduleCount / 40 && Count("key unknown") > ScheduleCount / 40, all);

        int Count(string end) => ends.GetValueOrDefault(end);
    }

    private static SpendSchedule Pick(SpendGround ground, int seed)
    {
        var random = new Random(seed);
        return Kinds[random.Next(Kinds.Length)](ground, seed, random);
    }
}
