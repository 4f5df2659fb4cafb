using Microsoft.Extensions.DependencyInjection;
using SeoAudit.Client.Tests.Caching;
using SeoAudit.Client.Tests.Support;
using SeoAudit.Emulator;

namespace SeoAudit.Client.Tests.EndToEnd;

/// <summary>Bulk runs with a cache.</summary>
public sealed class BulkCachingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(AuditService.SeoPeek)]
    [InlineData(AuditService.Seogent)]
    [InlineData(AuditService.MetricSpot)]
    public async Task A_second_run_within_the_hour_spends_nothing(AuditService service)
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: 6);
        await using ServiceProvider app = App(emulated);
        var options = new BulkAuditOptions { Service = service, Order = OutcomeOrder.AsSubmitted };

        List<PageAuditOutcome> first = await RunAsync(app, emulated.Site.Pages, options);
        int paid = emulated.Emulator.Ledger.Creations.Count;
        List<PageAuditOutcome> second = await RunAsync(app, emulated.Site.Pages, options);

        Assert.All(first, static outcome => Assert.Equal((true, OutcomeOrigin.Service), (outcome.IsSuccess, outcome.Origin)));
        Assert.All(second, static outcome => Assert.Equal((true, OutcomeOrigin.Cache, true), (outcome.IsSuccess, outcome.Origin, outcome.Audit!.IsCached)));
        Assert.Equal(first.Select(static outcome => (outcome.Url, outcome.Audit!.Score)), second.Select(static outcome => (outcome.Url, outcome.Audit!.Score)));
        Assert.Equal(paid, emulated.Emulator.Ledger.Creations.Count);
    }

    [Fact]
    public async Task A_scan_takes_only_the_pages_that_are_not_cached()
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: 6);
        await using ServiceProvider app = App(emulated);
        var options = new BulkAuditOptions { Service = AuditService.Seogent };

        await RunAsync(app, emulated.Site.Pages.Take(4), options);
        List<PageAuditOutcome> all = await RunAsync(app, emulated.Site.Pages, options);

        IReadOnlyList<LedgerCreation> scans = emulated.Emulator.Ledger.CreationsOf(EmulatedService.Seogent);
        Assert.Equal(2, scans.Count);
        Assert.Equal(scans[0].Spent, scans[1].Spent * 2);
        Assert.Equal(4, all.Count(static outcome => outcome.Origin == OutcomeOrigin.Cache));
        Assert.Equal(scans[1].Spent, all.Sum(static outcome => outcome.Credits ?? 0), 6);
    }

    [Fact]
    public async Task Two_runs_at_once_audit_each_page_once()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using ScriptedHandler service = CachingApp.Service(gate.Task);
        await using var app = new CachingApp(service);
        Uri[] pages = [.. Enumerable.Range(0, 40).Select(static page => new Uri($"https://example.com/{page}"))];

        Task<BulkAuditReport>[] runs = [.. Enumerable.Range(0, 3).Select(_ => app.Client.AuditPagesAsync(pages, new() { MaxConcurrency = 40 }, Stop).ToReportAsync(null, Stop))];
        while (service.Requests.Count < 40)
        {
            await Task.Yield();
        }

        gate.SetResult();
        BulkAuditReport[] reports = await Task.WhenAll(runs);

        Assert.Equal(40, service.Requests.Count);
        Assert.All(reports, static report => Assert.Equal(40, report.Audited));
        Assert.Equal(40, reports.Sum(static report => report.AuditsUsed));
    }

    [Theory]
    [InlineData(CacheMode.Use, 1)]
    [InlineData(CacheMode.Refresh, 2)]
    [InlineData(CacheMode.Bypass, 2)]
    public async Task A_run_uses_the_cache_as_it_is_told(CacheMode mode, int requests)
    {
        using ScriptedHandler service = CachingApp.Service();
        await using var app = new CachingApp(service);
        Uri page = new("https://example.com/");

        await app.AuditAsync(page);
        BulkAuditReport report = await app.Client.AuditPagesAsync([page], new() { Cache = mode }, Stop).ToReportAsync(null, Stop);

        Assert.Equal(1, report.Audited);
        Assert.Equal(requests, service.Requests.Count);
    }

    private static ServiceProvider App(EmulatedClient emulated)
    {
        var services = new ServiceCollection();
        services.AddHybridCache();
        services.AddSeoAudit(static _ => { }).UseEmulator(emulated.Emulator).UseCaching();
        return services.BuildServiceProvider();
    }

    private static async Task<List<PageAuditOutcome>> RunAsync(ServiceProvider app, IEnumerable<Uri> pages, BulkAuditOptions options)
    {
        var list = new List<PageAuditOutcome>();
        await foreach (PageAuditOutcome outcome in app.GetRequiredService<ISeoAuditClient>().AuditPagesAsync(pages, options, Stop))
        {
            list.Add(outcome);
        }

        return list;
    }
}
