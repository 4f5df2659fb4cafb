using SeoAudit.Emulator;

namespace SeoAudit.Client.Tests.EndToEnd;

/// <summary>What is special about bulk runs over MetricSpot.</summary>
public sealed class BulkMetricSpotTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Audits_that_the_list_no_longer_has_are_asked_for_one_by_one()
    {
        const int Pages = 140;
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: Pages, emulate: static settings =>
        {
            settings.MetricSpot.DefaultPlan = MetricSpotEmulatorPlan.Pro;
            settings.MetricSpot.RunningDuration = TimeSpan.FromSeconds(2);
        });

        BulkAuditReport report = await emulated.Client
            .AuditPagesAsync(emulated.Site.Pages, new() { Service = AuditService.MetricSpot, MaxConcurrency = Pages }, Stop)
            .ToReportAsync(null, Stop);

        Assert.Equal(Pages, report.Audited);
        int singles = emulated.Emulator.Ledger.RequestsTo(EmulatedService.MetricSpot)
            .Count(static request => request.Method == "GET" && request.Path.Contains("/api/audits/", StringComparison.Ordinal));
        // Each result is got once; what is beyond that asks for the state of the 40 that the list of 100 leaves out.
        Assert.InRange(singles, Pages, Pages + (40 * 20));
    }

    [Fact]
    public async Task Audits_are_queued_no_closer_together_than_the_account_may()
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(
            pages: 5,
            emulate: static settings => settings.MetricSpot.GlobalSpacing = TimeSpan.FromMilliseconds(20),
            configure: static options => options.MetricSpot.Spacing = TimeSpan.FromMilliseconds(250));

        BulkAuditReport report = await emulated.Client
            .AuditPagesAsync(emulated.Site.Pages, new() { Service = AuditService.MetricSpot }, Stop)
            .ToReportAsync(null, Stop);

        Assert.Equal(5, report.Audited);
        Assert.DoesNotContain(emulated.Emulator.Ledger.RequestsTo(EmulatedService.MetricSpot), static request => request.StatusCode == 429);
    }

    [Fact]
    public async Task A_gap_that_the_client_does_not_know_of_is_waited_for()
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(
            pages: 4, emulate: static settings => settings.MetricSpot.GlobalSpacing = TimeSpan.FromMilliseconds(300));

        BulkAuditReport report = await emulated.Client
            .AuditPagesAsync(emulated.Site.Pages, new() { Service = AuditService.MetricSpot }, Stop)
            .ToReportAsync(null, Stop);

        Assert.Equal(4, report.Audited);
        Assert.Contains(emulated.Emulator.Ledger.RequestsTo(EmulatedService.MetricSpot), static request => request.StatusCode == 429);
        Assert.Equal(4, emulated.Emulator.Ledger.CreationsOf(EmulatedService.MetricSpot).Count);
    }
}
