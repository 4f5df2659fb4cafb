using SeoAudit.Client.Tests.Support;
using SeoAudit.Emulator;

namespace SeoAudit.Client.Tests.EndToEnd;

/// <summary>Whatever goes wrong around it, a page is bought once, and what was bought comes out.</summary>
public sealed class BulkPaidTests
{
    private static readonly Dictionary<string, string> Soon = new(StringComparer.Ordinal) { ["Retry-After"] = "0" };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(AuditService.Seogent, 500)]
    [InlineData(AuditService.Seogent, 502)]
    [InlineData(AuditService.Seogent, 504)]
    [InlineData(AuditService.MetricSpot, 500)]
    [InlineData(AuditService.MetricSpot, 408)]
    public async Task A_page_that_a_queued_service_may_have_taken_is_looked_for_and_not_bought_of_the_next(AuditService service, int status)
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: 1);
        EmulatedService emulatedService = Enum.Parse<EmulatedService>(service.ToString());
        EmulatorFault unseen = EmulatorFault.On(emulatedService, "GET").With(FaultAction.Status(status));
        emulated.Emulator.Faults.Add(EmulatorFault.On(emulatedService, "POST").AfterHandling().With(FaultAction.Status(status)));
        emulated.Emulator.Faults.Add(unseen);
        var options = new BulkAuditOptions { Service = service, ServiceFallback = [AuditService.SeoPeek] };

        var unknown = Assert.IsType<SeoAuditOutcomeUnknownException>(Assert.Single(await RunAsync(emulated, options)).Error);
        LedgerCreation bought = Assert.Single(emulated.Emulator.Ledger.Creations);
        emulated.Emulator.Faults.Remove(unseen);

        Assert.Equal(status, (int?)unknown.StatusCode);
        Assert.Equal(bought.Id, await unknown.ReconcileAsync(Stop));
    }

    [Theory]
    [InlineData(AuditService.Seogent, 502)]
    [InlineData(AuditService.MetricSpot, 504)]
    public async Task A_page_whose_answer_was_lost_is_adopted(AuditService service, int status)
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: 3);
        emulated.Emulator.Faults.Add(EmulatorFault.On(Enum.Parse<EmulatedService>(service.ToString()), "POST").AfterHandling().With(FaultAction.Status(status)));

        List<PageAuditOutcome> outcomes = await RunAsync(emulated, new() { Service = service, ServiceFallback = [AuditService.SeoPeek], ScanBatchSize = 1 });

        Assert.All(outcomes, outcome => Assert.Equal(service, outcome.Audit?.Service));
        Assert.Equal(3, emulated.Emulator.Ledger.Creations.Count);
    }

    [Theory]
    [InlineData(AuditService.Seogent)]
    [InlineData(AuditService.MetricSpot)]
    public async Task A_page_that_a_queued_service_has_no_capacity_for_goes_to_the_next(AuditService service)
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: 1);
        emulated.Emulator.Faults.Add(EmulatorFault.On(Enum.Parse<EmulatedService>(service.ToString()), "POST").With(FaultAction.Status(503, headers: Soon)));

        List<PageAuditOutcome> outcomes = await RunAsync(emulated, new() { Service = service, ServiceFallback = [AuditService.SeoPeek] });

        Assert.Equal(AuditService.SeoPeek, Assert.Single(outcomes).Audit?.Service);
    }

    [Theory]
    [InlineData(AuditService.Seogent, "/api/scans/*/results")]
    [InlineData(AuditService.MetricSpot, "/api/audits/*")]
    public async Task What_was_bought_is_read_when_the_service_lets_it_be(AuditService service, string path)
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: 4);
        emulated.Emulator.Faults.Add(EmulatorFault.On(Enum.Parse<EmulatedService>(service.ToString()), "GET", path).Times(3)
            .With(FaultAction.Status(429, headers: Soon)));

        List<PageAuditOutcome> outcomes = await RunAsync(emulated, new() { Service = service, ScanBatchSize = 2 });

        Assert.All(outcomes, static outcome => Assert.True(outcome.IsSuccess, outcome.Error?.Message));
    }

    [Theory]
    [InlineData(AuditService.Seogent)]
    [InlineData(AuditService.MetricSpot)]
    public async Task Nothing_is_queued_before_the_moment_that_the_service_named(AuditService service)
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: 20);
        EmulatedService queued = Enum.Parse<EmulatedService>(service.ToString());
        emulated.Emulator.Faults.Add(EmulatorFault.On(queued, "POST").Starting(3).Times(1)
            .With(FaultAction.Status(429, headers: new Dictionary<string, string>(StringComparer.Ordinal) { ["Retry-After"] = "1" })));

        List<PageAuditOutcome> outcomes = await RunAsync(emulated, new() { Service = service, ScanBatchSize = 1, MaxConcurrency = 20 });

        Assert.All(outcomes, static outcome => Assert.True(outcome.IsSuccess, outcome.Error?.Message));
        LedgerRequest[] posts = [.. emulated.Emulator.Ledger.RequestsTo(queued).Where(static request => request.Method == "POST")];
        LedgerRequest refused = Assert.Single(posts, static request => request.StatusCode == 429);
        Assert.All(
            posts.Where(post => post.Number > refused.Number),
            post => Assert.True(post.ReceivedAt >= refused.ReceivedAt + TimeSpan.FromSeconds(1)));
        Assert.Equal(20 + 1, posts.Length);
    }

    [Theory]
    [InlineData(AuditService.Seogent)]
    [InlineData(AuditService.MetricSpot)]
    public async Task A_wait_that_is_out_of_range_is_refused_before_anything_is_bought(AuditService service)
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: 2);
        var wait = new WaitOptions { Timeout = TimeSpan.Zero };

        await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(emulated, new() { Service = service, Wait = wait }));
        await Assert.ThrowsAsync<ArgumentException>(
            () => emulated.Client.AuditPageAsync(emulated.Site.Page(0), new() { Service = service, Wait = wait }, Stop));

        Assert.Empty(emulated.Emulator.Ledger.Creations);
    }

    private static async Task<List<PageAuditOutcome>> RunAsync(EmulatedClient emulated, BulkAuditOptions options) =>
        await emulated.Client.AuditPagesAsync(emulated.Site.Pages, options, Stop).CollectAsync();
}
