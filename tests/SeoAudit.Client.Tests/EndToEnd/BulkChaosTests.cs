using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SeoAudit.Client.Tests.Support;
using SeoAudit.Emulator;

namespace SeoAudit.Client.Tests.EndToEnd;

/// <summary>Whatever the services, options, faults and readers: one outcome a page, nothing bought twice, an end, and nothing left behind.</summary>
public sealed class BulkChaosTests : IDisposable
{
    private static readonly AuditService[] Services = [AuditService.SeoPeek, AuditService.Seogent, AuditService.MetricSpot];

    // Only against what hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".jsonl");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, SeedCount)];

    private static int SeedCount =>
        int.TryParse(Environment.GetEnvironmentVariable("SEOAUDIT_CHAOS_SEEDS"), CultureInfo.InvariantCulture, out int count) ? count : 12;

    public void Dispose() => File.Delete(_path);

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_page_has_one_outcome_and_is_bought_once(int seed)
    {
        var random = new Random(seed);
        await using EmulatedClient emulated = await StartAsync();
        using var handler = new InFlightHandler();
        await using ServiceProvider services = ClientServices(emulated, handler);
        BulkAuditOptions options = Options(random);
        Trouble(emulated.Emulator.Faults, options, random);
        Uri[] input = Input(emulated.Site, random);
        Uri[] distinct = [.. input.Distinct()];

        var seen = new List<PageAuditOutcome>();
        Task run = ReadAsync(services.GetRequiredService<ISeoAuditClient>().AuditPagesAsync(input, options, Stop), seen, random, leaveAt: int.MaxValue);
        await run.WaitAsync(Patience, Stop);

        Assert.Equal(0, handler.Count);
        IEnumerable<Uri> urls = seen.Select(static outcome => outcome.Url);
        Assert.Equal(
            distinct.Select(static url => url.OriginalString).Order(StringComparer.Ordinal),
            urls.Select(static url => url.OriginalString).Order(StringComparer.Ordinal));
        Assert.True(options.Order == OutcomeOrder.AsCompleted || urls.SequenceEqual(distinct));
        AssertBoughtOnce(emulated, options);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_run_that_is_left_or_cancelled_ends_at_once_and_the_next_one_buys_nothing_twice(int seed)
    {
        var random = new Random(seed);
        await using EmulatedClient emulated = await StartAsync();
        using var handler = new InFlightHandler();
        BulkAuditOptions options = Options(random) with { JournalPath = _path, Service = Services[1 + random.Next(2)], ServiceFallback = [] };
        Uri[] input = Input(emulated.Site, random);
        Trouble(emulated.Emulator.Faults, options, random);

        for (var round = 0; round < 4; round++)
        {
            await using ServiceProvider services = ClientServices(emulated, handler);
            ISeoAuditClient client = services.GetRequiredService<ISeoAuditClient>();
            using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            var leaveAt = random.Next(1, 10);
            Task run = ReadAsync(client.AuditPagesAsync(input, options, cancel.Token), [], random, leaveAt, round % 2 == 0 ? cancel : null);
            try
            {
                await run.WaitAsync(Patience, Stop);
            }
            catch (OperationCanceledException exception)
            {
                Assert.Equal(cancel.Token, exception.CancellationToken);
            }

            Assert.Equal(0, handler.Count);
        }

        emulated.Emulator.Faults.Clear();
        await using ServiceProvider last = ClientServices(emulated, handler);
        var seen = new List<PageAuditOutcome>();
        await ReadAsync(last.GetRequiredService<ISeoAuditClient>().AuditPagesAsync(input, options, Stop), seen, random, leaveAt: int.MaxValue).WaitAsync(Patience, Stop);

        Assert.Equal(input.Distinct().Count(), seen.Count);
        Assert.All(seen.Where(static outcome => outcome.Url is { IsAbsoluteUri: true, Scheme: "http" }), static outcome => Assert.True(outcome.IsSuccess, outcome.Error?.Message));
        AssertBoughtOnce(emulated, options);
    }

    private static Task<EmulatedClient> StartAsync() => EmulatedClient.StartAsync(pages: 12, emulate: static settings =>
    {
        settings.MetricSpot.QueuedDuration = settings.MetricSpot.RunningDuration = TimeSpan.FromMilliseconds(10);
        settings.Seogent.PendingDuration = TimeSpan.FromMilliseconds(10);
        settings.Seogent.CrawlPerPage = settings.Seogent.AnalyzePerPage = TimeSpan.FromMilliseconds(1);
    });

    private static ServiceProvider ClientServices(EmulatedClient emulated, InFlightHandler handler) =>
        TestClient.Services(handler, configure: options =>
        {
            options.UseEmulator(emulated.Emulator);
            options.SeoPeek.RetryDelay = options.Seogent.RetryDelay = options.MetricSpot.RetryDelay = TimeSpan.FromMilliseconds(1);
        });

    private static BulkAuditOptions Options(Random random)
    {
        AuditService[] services = [.. Services];
        random.Shuffle(services);
        return new BulkAuditOptions
        {
            Service = services[0],
            ServiceFallback = services[1..random.Next(1, 4)],
            Order = (OutcomeOrder)random.Next(2),
            MaxConcurrency = random.Next(1, 5),
            ScanBatchSize = random.Next(4) == 0 ? 3 : 1,
            MaxPause = TimeSpan.FromMilliseconds(random.Next(3) * 600),
            Wait = new WaitOptions
            {
                InitialDelay = TimeSpan.Zero,
                Interval = TimeSpan.FromMilliseconds(5),
                MaxInterval = TimeSpan.FromMilliseconds(20),
                Timeout = TimeSpan.FromSeconds(3),
            },
        };
    }

    private static Uri[] Input(GeneratedSite site, Random random)
    {
        Uri[] urls = [.. site.Pages, .. site.Pages.Take(4), new("ftp://example.com/"), new("mailto:a@example.com"), new("/relative", UriKind.Relative)];
        random.Shuffle(urls);
        return urls;
    }

    private static void Trouble(EmulatorFaultCollection faults, BulkAuditOptions options, Random random)
    {
        int count = random.Next(1, 8);
        for (var number = 0; number < count; number++)
        {
            AuditService service = random.Next(2) == 0 ? options.Service : Services[random.Next(3)];
            string? method = random.Next(3) switch { 0 => "GET", 1 when service != AuditService.SeoPeek => "POST", _ => null };
            EmulatorFault fault = EmulatorFault.On(Enum.Parse<EmulatedService>(service.ToString()), method)
                .Starting(random.Next(1, 8)).Times(random.Next(1, 12)).WithProbability(0.2 + (random.NextDouble() * 0.8), random.Next());
            faults.Add(random.Next(9) switch
            {
                0 => fault.With(FaultAction.Status(429)),
                1 => fault.With(FaultAction.Status(429, headers: new Dictionary<string, string>(StringComparer.Ordinal) { ["Retry-After"] = "0" })),
                2 => fault.With(FaultAction.Status(429, headers: new Dictionary<string, string>(StringComparer.Ordinal) { ["Retry-After"] = "100000" })),
                3 => fault.With(FaultAction.Status(402)),
                4 => fault.With(FaultAction.Status(503)),
                5 => fault.AfterHandling().With(FaultAction.Status(500)),
                6 => fault.AfterHandling().With(FaultAction.ResetConnection()),
                7 => fault.AfterHandling().With(FaultAction.MalformedJson()),
                _ => fault.AfterHandling().With(FaultAction.ResetMidBody(5)),
            });
        }
    }

    private static async Task ReadAsync(
        IAsyncEnumerable<PageAuditOutcome> outcomes, List<PageAuditOutcome> seen, Random random, int leaveAt, CancellationTokenSource? cancel = null)
    {
        int pause = random.Next(3);
        await foreach (PageAuditOutcome outcome in outcomes)
        {
            seen.Add(outcome);
            for (var turn = 0; turn < pause * 50; turn++)
            {
                await Task.Yield();
            }

            if (seen.Count == leaveAt && cancel is null)
            {
                return;
            }

            if (seen.Count == leaveAt)
            {
                await cancel!.CancelAsync();
            }
        }
    }

    private static void AssertBoughtOnce(EmulatedClient emulated, BulkAuditOptions options)
    {
        AuditService[] order = [options.Service, .. options.ServiceFallback];
        int peek = Array.IndexOf(order, AuditService.SeoPeek);
        // What SEOPeek may have answered in vain costs no second audit of a queued service; the other way round it would.
        HashSet<string> counted = [.. order.Where((service, place) => service != AuditService.SeoPeek || place > 0).Select(static service => service.ToString())];
        var bought = emulated.Emulator.Ledger.Creations
            .Where(creation => counted.Contains(creation.Service.ToString()))
            .GroupBy(static creation => creation.Target, StringComparer.Ordinal);
        Assert.All(bought, target =>
        {
            int queued = target.Count(static creation => creation.Service != EmulatedService.SeoPeek);
            bool peekedBehind = peek > 0 && target.Any(static creation => creation.Service == EmulatedService.SeoPeek);
            Assert.True(queued <= 1, $"{target.Key} was queued {queued} times.");
            Assert.False(peekedBehind && order[..peek].Any(service => target.Any(creation => creation.Service.ToString() == service.ToString())), target.Key);
        });
    }
}
