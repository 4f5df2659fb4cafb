using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;
using SeoAudit.Emulator;
using SeoAudit.Emulator.Tests.Support;

namespace SeoAudit.Client.Tests.EndToEnd;

/// <summary>Bulk runs over each of the three services, emulated.</summary>
public sealed class BulkServicesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(AuditService.SeoPeek)]
    [InlineData(AuditService.Seogent)]
    [InlineData(AuditService.MetricSpot)]
    public async Task Every_service_audits_every_page_once(AuditService service)
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: 30, emulate: static settings => settings.MetricSpot.DefaultPlan = MetricSpotEmulatorPlan.Pro);
        Uri[] pages = [.. emulated.Site.Pages, .. emulated.Site.Pages];

        List<PageAuditOutcome> outcomes = await emulated.Client.AuditPagesAsync(
            pages, new() { Service = service, Order = OutcomeOrder.AsSubmitted, ScanBatchSize = 8 }, Stop).CollectAsync();

        Assert.Equal(emulated.Site.Pages, outcomes.Select(static outcome => outcome.Url));
        Assert.All(outcomes, outcome =>
        {
            Assert.True(outcome.IsSuccess, outcome.Error?.Message);
            Assert.Equal(service, outcome.Service);
            Assert.Equal(OutcomeOrigin.Service, outcome.Origin);
            Assert.Same(outcome.Url, outcome.Audit.Url);
            Assert.True(outcome.Audit.Checks.Count > 10);
        });
    }

    [Fact]
    public async Task Seogent_gets_full_batches_and_credits_are_shared_out()
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: 25);

        List<PageAuditOutcome> outcomes = await emulated.Client.AuditPagesAsync(
            emulated.Site.Pages, new() { Service = AuditService.Seogent, ScanBatchSize = 10 }, Stop).CollectAsync();

        IReadOnlyList<LedgerCreation> scans = emulated.Emulator.Ledger.CreationsOf(EmulatedService.Seogent);
        Assert.Equal(3, scans.Count);
        Assert.Equal(25, outcomes.Count(static outcome => outcome.IsSuccess));
        Assert.Equal(scans.Sum(static scan => scan.Spent), outcomes.Sum(static outcome => outcome.Credits)!.Value, 6);
    }

    [Fact]
    public async Task Several_scans_are_in_flight_and_no_more_than_allowed()
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(
            pages: 10, emulate: static settings => settings.Seogent.PendingDuration = TimeSpan.FromMilliseconds(300));
        Task<List<PageAuditOutcome>> run = emulated.Client.AuditPagesAsync(
            emulated.Site.Pages, new() { Service = AuditService.Seogent, ScanBatchSize = 2, MaxConcurrency = 3 }, Stop).CollectAsync();
        while (emulated.Emulator.Ledger.CreationsOf(EmulatedService.Seogent).Count < 3)
        {
            await Task.Yield();
        }

        string[] first = [.. emulated.Emulator.Ledger.CreationsOf(EmulatedService.Seogent).Take(3).Select(static scan => scan.Id)];
        while (emulated.Emulator.Ledger.CreationsOf(EmulatedService.Seogent).Count < 4)
        {
            await Task.Yield();
        }

        ScanState[] states = await Task.WhenAll(first.Select(id => emulated.Client.Seogent.GetScanStateAsync(id, Stop)));
        Assert.Contains(states, static state => state.Status.IsFinal);
        Assert.Equal(10, (await run).Count(static outcome => outcome.IsSuccess));
    }

    [Fact]
    public async Task A_page_that_the_scan_does_not_return_is_a_failed_outcome_that_says_so()
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: 3);
        Uri missing = new(emulated.Site.Address, "/missing");

        List<PageAuditOutcome> outcomes = await emulated.Client.AuditPagesAsync(
            [.. emulated.Site.Pages, missing], new() { Service = AuditService.Seogent, Order = OutcomeOrder.AsSubmitted }, Stop).CollectAsync();

        Assert.Equal([true, true, true, false], outcomes.Select(static outcome => outcome.IsSuccess));
        var failed = Assert.IsType<AuditFailedException>(outcomes[3].Error);
        Assert.Contains("without a result", failed.Message, StringComparison.Ordinal);
        Assert.NotNull(failed.OperationId);
    }

    [Fact]
    public async Task Metricspot_is_asked_for_all_states_at_once_and_for_each_result_once()
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: 80, emulate: static settings =>
        {
            settings.MetricSpot.DefaultPlan = MetricSpotEmulatorPlan.Pro;
            settings.MetricSpot.RunningDuration = TimeSpan.FromSeconds(1);
        });

        List<PageAuditOutcome> outcomes = await emulated.Client.AuditPagesAsync(
            emulated.Site.Pages, new() { Service = AuditService.MetricSpot }, Stop).CollectAsync();

        Assert.Equal(80, outcomes.Count(static outcome => outcome.IsSuccess));
        IReadOnlyList<LedgerRequest> requests = emulated.Emulator.Ledger.RequestsTo(EmulatedService.MetricSpot);
        Assert.Equal(80, requests.Count(static request => request.Method == "POST"));
        Assert.Equal(80, requests.Count(static request => request.Path.Contains("/api/audits/", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(CooldownHandling.Fail)]
    [InlineData(CooldownHandling.UseLatest)]
    public async Task A_page_in_its_cooldown_fails_with_its_moment_or_serves_its_last_audit(CooldownHandling handling)
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: 3);
        MetricSpotAuditOperation earlier = await emulated.Client.MetricSpot.QueueAuditAsync(emulated.Site.Page(1), Stop);
        MetricSpotAudit known = await earlier.WaitForCompletionAsync(cancellationToken: Stop);

        List<PageAuditOutcome> outcomes = await emulated.Client.AuditPagesAsync(
            emulated.Site.Pages, new() { Service = AuditService.MetricSpot, Cooldown = handling, Order = OutcomeOrder.AsSubmitted }, Stop).CollectAsync();

        PageAuditOutcome cooling = outcomes[1];
        Assert.True(outcomes[0].IsSuccess && outcomes[2].IsSuccess);
        if (handling == CooldownHandling.Fail)
        {
            Assert.IsType<SeoAuditRateLimitException>(cooling.Error);
            Assert.NotNull(cooling.RetryAt);
        }
        else
        {
            Assert.Equal(OutcomeOrigin.Earlier, cooling.Origin);
            Assert.Equal(known.Id, Assert.IsType<MetricSpotAudit>(cooling.Audit?.Source).Id);
        }

        Assert.Equal(3, emulated.Emulator.Ledger.CreationsOf(EmulatedService.MetricSpot).Count);
    }

    [Fact]
    public async Task A_spent_month_leaves_the_rest_not_attempted()
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: 12, emulate: static settings => settings.MetricSpot.MonthlyQuota = 5);

        List<PageAuditOutcome> outcomes = await emulated.Client.AuditPagesAsync(
            emulated.Site.Pages, new() { Service = AuditService.MetricSpot }, Stop).CollectAsync();

        Assert.Equal(12, outcomes.Count);
        Assert.Equal(5, outcomes.Count(static outcome => outcome.IsSuccess));
        Assert.All(outcomes.Where(static outcome => !outcome.IsSuccess), static outcome =>
        {
            Assert.Equal(OutcomeStatus.NotAttempted, outcome.Status);
            Assert.IsType<SeoAuditQuotaException>(outcome.Error);
        });
    }

    [Fact]
    public async Task The_next_service_takes_over_where_the_quota_ends()
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: 20, emulate: static settings =>
        {
            settings.MetricSpot.MonthlyQuota = 4;
            settings.SeoPeek.DailyQuota = 6;
        });

        List<PageAuditOutcome> outcomes = await emulated.Client.AuditPagesAsync(
            emulated.Site.Pages,
            new()
            {
                Service = AuditService.MetricSpot,
                ServiceFallback = [AuditService.SeoPeek, AuditService.Seogent],
                Order = OutcomeOrder.AsSubmitted,
                MaxPause = TimeSpan.Zero,
            },
            Stop).CollectAsync();

        Assert.Equal(emulated.Site.Pages, outcomes.Select(static outcome => outcome.Url));
        Assert.All(outcomes, static outcome => Assert.True(outcome.IsSuccess, outcome.Error?.Message));
        Assert.Equal(
            [(AuditService.SeoPeek, 6), (AuditService.Seogent, 10), (AuditService.MetricSpot, 4)],
            outcomes.GroupBy(static outcome => outcome.Service!.Value).OrderBy(static group => group.Key).Select(static group => (group.Key, group.Count())));
    }

    [Fact]
    public async Task The_next_service_takes_the_pages_of_one_that_is_down()
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: 10);
        emulated.Emulator.Faults.Add(EmulatorFault.On(EmulatedService.SeoPeek).Times(10_000).With(FaultAction.Status(503)));

        List<PageAuditOutcome> outcomes = await emulated.Client.AuditPagesAsync(
            emulated.Site.Pages, new() { ServiceFallback = [AuditService.Seogent], MaxPause = TimeSpan.Zero }, Stop).CollectAsync();

        Assert.All(outcomes, static outcome => Assert.Equal((true, AuditService.Seogent), (outcome.IsSuccess, outcome.Service)));
    }

    [Fact]
    public async Task A_failed_scan_still_gives_the_pages_that_it_analysed()
    {
        var clock = new WatchedClock(DateTimeOffset.UtcNow);
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: 10, emulate: settings =>
        {
            settings.TimeProvider = clock;
            settings.Seogent.AnalyzePerPage = TimeSpan.FromSeconds(1);
        });
        Task<List<PageAuditOutcome>> run = emulated.Client.AuditPagesAsync(
            emulated.Site.Pages, new() { Service = AuditService.Seogent }, Stop).CollectAsync();
        string id = await FirstScanAsync(emulated);
        ScanOperation scan = emulated.Client.Seogent.GetScan(id);
        while ((await scan.UpdateStatusAsync(Stop)).AnalyzedPages is not > 2)
        {
            if (clock.Waiting > 0)
            {
                clock.Advance(TimeSpan.FromSeconds(1));
            }
        }

        await scan.CancelAsync(Stop);
        List<PageAuditOutcome> outcomes = await run;

        Assert.Equal(10, outcomes.Count);
        Assert.InRange(outcomes.Count(static outcome => outcome.IsSuccess), 2, 9);
        Assert.All(outcomes.Where(static outcome => !outcome.IsSuccess), outcome => Assert.Equal(id, outcome.Error!.OperationId));
    }

    [Fact]
    public async Task The_services_are_compared_side_by_side()
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync();
        emulated.Emulator.Faults.Add(EmulatorFault.On(EmulatedService.Seogent, "POST").Times(10).With(FaultAction.Status(422, """{"message":"No."}""")));

        ServiceComparison comparison = await emulated.Client.CompareServicesAsync(emulated.Site.Page(1), cancellationToken: Stop);

        Assert.Equal([true, false, true], comparison.Outcomes.Select(static outcome => outcome.IsSuccess));
        Assert.Equal(AuditService.MetricSpot, comparison[AuditService.MetricSpot]?.Audit?.Service);
        Assert.IsType<SeoAuditValidationException>(comparison[AuditService.Seogent]?.Error);
    }

    [Fact]
    public async Task A_service_without_a_key_is_left_out_of_the_comparison()
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync();
        var options = new SeoAuditOptions();
        options.SeoPeek.BaseAddress = new Uri(emulated.Emulator.BaseAddress, "seopeek/");
        using var client = SeoAuditClient.Create(options);

        ServiceComparison comparison = await client.CompareServicesAsync(emulated.Site.Page(0), cancellationToken: Stop);

        Assert.Equal(AuditService.SeoPeek, Assert.Single(comparison.Outcomes).Service);
        Assert.Null(comparison[AuditService.Seogent]);
    }

    private static async Task<string> FirstScanAsync(EmulatedClient emulated)
    {
        while (emulated.Emulator.Ledger.CreationsOf(EmulatedService.Seogent) is not [var scan])
        {
            await Task.Yield();
        }

        return emulated.Emulator.Ledger.CreationsOf(EmulatedService.Seogent)[0].Id;
    }
}
