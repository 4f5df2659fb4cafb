using System.Text.Json;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;
using SeoAudit.Emulator;
using SeoAudit.Emulator.Tests.Support;

namespace SeoAudit.Client.Tests.EndToEnd;

/// <summary>Runs that ended with something at a queued service, taken up again; the emulator's ledger counts what was bought.</summary>
public sealed class BulkResumeTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".jsonl");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData(AuditService.Seogent, true)]
    [InlineData(AuditService.Seogent, false)]
    [InlineData(AuditService.MetricSpot, true)]
    [InlineData(AuditService.MetricSpot, false)]
    public async Task What_was_queued_when_a_run_was_killed_is_not_bought_again(AuditService service, bool withIds)
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: 7);
        await RunAsync(emulated, service, emulated.Site.Pages);
        int bought = Bought(emulated, service);
        Forget(withIds ? ["audited", "failed", "ended"] : ["audited", "failed", "ended", "queued"]);

        List<PageAuditOutcome> outcomes = await RunAsync(emulated, service, emulated.Site.Pages);

        AssertAll(emulated.Site.Pages, outcomes, OutcomeOrigin.Journal);
        Assert.Equal(bought, Bought(emulated, service));
        Assert.Empty(Open());
    }

    [Theory]
    [InlineData(AuditService.Seogent)]
    [InlineData(AuditService.MetricSpot)]
    public async Task A_run_over_nothing_brings_home_what_was_queued(AuditService service)
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: 4);
        await RunAsync(emulated, service, emulated.Site.Pages);
        int bought = Bought(emulated, service);
        Forget(["audited", "ended", "queued"]);

        Assert.Empty(await RunAsync(emulated, service, []));
        AssertAll(emulated.Site.Pages, await RunAsync(emulated, service, emulated.Site.Pages), OutcomeOrigin.Journal);

        Assert.Equal(bought, Bought(emulated, service));
    }

    [Fact]
    public async Task A_scan_that_shares_a_page_is_not_taken_for_the_one_that_was_lost()
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: 9);
        Uri[] pages = [.. emulated.Site.Pages.Take(3)];
        await RunAsync(emulated, AuditService.Seogent, pages, batch: 3);
        Forget(["audited", "ended", "queued"]);
        ScanOperation decoy = await emulated.Client.Seogent.StartScanAsync(
            ScanRequest.ForUrls(pages[0], emulated.Site.Page(7), emulated.Site.Page(8)), Stop);
        await decoy.WaitForCompletionAsync(cancellationToken: Stop);

        List<PageAuditOutcome> outcomes = await RunAsync(emulated, AuditService.Seogent, pages, batch: 3);

        AssertAll(pages, outcomes, OutcomeOrigin.Journal);
        Assert.Equal(2, Bought(emulated, AuditService.Seogent));
    }

    [Fact]
    public async Task A_scan_that_is_gone_is_bought_anew_and_one_whose_id_is_lost_as_well()
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: 4);
        await RunAsync(emulated, AuditService.Seogent, emulated.Site.Pages, batch: 4);
        string id = emulated.Emulator.Ledger.CreationsOf(EmulatedService.Seogent).Single().Id;
        Forget(["audited", "ended"]);
        File.WriteAllText(_path, File.ReadAllText(_path).Replace(id, Guid.NewGuid().ToString(), StringComparison.Ordinal));

        List<PageAuditOutcome> outcomes = await RunAsync(emulated, AuditService.Seogent, emulated.Site.Pages, batch: 4);

        AssertAll(emulated.Site.Pages, outcomes, OutcomeOrigin.Service);
        Assert.Equal(2, Bought(emulated, AuditService.Seogent));
        Assert.Empty(Open());
    }

    [Theory]
    [InlineData(AuditService.Seogent)]
    [InlineData(AuditService.MetricSpot)]
    public async Task What_was_not_done_in_time_is_waited_for_again_and_not_bought_again(AuditService service)
    {
        var clock = new WatchedClock(DateTimeOffset.UtcNow);
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: 4, emulate: settings => settings.TimeProvider = clock);
        var impatient = new WaitOptions { InitialDelay = TimeSpan.Zero, Timeout = TimeSpan.FromMilliseconds(1) };

        List<PageAuditOutcome> first = await RunAsync(emulated, service, emulated.Site.Pages, wait: impatient);
        Assert.All(first, static outcome => Assert.NotNull(Assert.IsType<SeoAuditTimeoutException>(outcome.Error).OperationId));
        int bought = Bought(emulated, service);

        Task<List<PageAuditOutcome>> second = RunAsync(emulated, service, emulated.Site.Pages);
        while (await Task.WhenAny(second, Task.Delay(1, Stop)) != second)
        {
            if (clock.Waiting > 0)
            {
                clock.Advance(TimeSpan.FromSeconds(1));
            }
        }

        AssertAll(emulated.Site.Pages, await second, OutcomeOrigin.Journal);
        Assert.Equal(bought, Bought(emulated, service));
    }

    [Theory]
    [InlineData(AuditService.Seogent)]
    [InlineData(AuditService.MetricSpot)]
    public async Task Two_open_operations_of_a_page_are_both_brought_home(AuditService service)
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: 2, emulate: static settings => settings.MetricSpot.UrlCooldown = TimeSpan.Zero);
        await RunAsync(emulated, service, emulated.Site.Pages);
        Forget(["audited", "ended"]);
        string[] lines = File.ReadAllLines(_path);
        File.AppendAllLines(_path, lines.Skip(1).Select(static line => line.Replace("\"n\":", "\"n\":10", StringComparison.Ordinal)));
        int bought = Bought(emulated, service);

        AssertAll(emulated.Site.Pages, await RunAsync(emulated, service, emulated.Site.Pages), OutcomeOrigin.Journal);

        Assert.Equal(bought, Bought(emulated, service));
        Assert.Empty(Open());
    }

    [Theory]
    [InlineData(AuditService.Seogent)]
    [InlineData(AuditService.MetricSpot)]
    public async Task A_service_that_cannot_be_asked_for_what_was_queued_is_not_paid_again(AuditService service)
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: 3);
        await RunAsync(emulated, service, emulated.Site.Pages);
        int bought = Bought(emulated, service);
        Forget(["audited", "ended", "queued"]);
        EmulatorFault down = EmulatorFault.On(Emulated(service), "GET").With(FaultAction.Status(403));
        emulated.Emulator.Faults.Add(down);

        List<PageAuditOutcome> outcomes = await RunAsync(emulated, service, emulated.Site.Pages);

        Assert.All(outcomes, static outcome => Assert.IsType<SeoAuditAuthenticationException>(outcome.Error));
        Assert.Equal(bought, Bought(emulated, service));

        emulated.Emulator.Faults.Clear();
        AssertAll(emulated.Site.Pages, await RunAsync(emulated, service, emulated.Site.Pages), OutcomeOrigin.Journal);
        Assert.Equal(bought, Bought(emulated, service));
    }

    [Fact]
    public async Task A_url_that_is_refused_before_it_is_sent_leaves_nothing_to_look_for()
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: 1);
        Uri tooLong = new(emulated.Site.Address, new string('a', 2_001));

        List<PageAuditOutcome> outcomes = await RunAsync(emulated, AuditService.MetricSpot, [tooLong]);

        Assert.IsType<SeoAuditValidationException>(Assert.Single(outcomes).Error);
        Assert.Empty(Open());
    }

    private static EmulatedService Emulated(AuditService service) => Enum.Parse<EmulatedService>(service.ToString());

    private static int Bought(EmulatedClient emulated, AuditService service) => emulated.Emulator.Ledger.CreationsOf(Emulated(service)).Count;

    private static void AssertAll(IReadOnlyList<Uri> pages, List<PageAuditOutcome> outcomes, OutcomeOrigin origin)
    {
        Assert.Equal(pages, outcomes.Select(static outcome => outcome.Url));
        Assert.All(outcomes, outcome =>
        {
            Assert.True(outcome.IsSuccess, outcome.Error?.Message);
            Assert.Equal(origin, outcome.Origin);
        });
    }

    // Another client each time, as another process would have it.
    private async Task<List<PageAuditOutcome>> RunAsync(
        EmulatedClient emulated, AuditService service, IReadOnlyList<Uri> pages, int batch = 3, WaitOptions? wait = null)
    {
        using SeoAuditClient client = emulated.NewClient();
        return await client.AuditPagesAsync(
            pages,
            new() { Service = service, ScanBatchSize = batch, Order = OutcomeOrder.AsSubmitted, JournalPath = _path, Wait = wait },
            Stop).CollectAsync();
    }

    /// <summary>Takes lines out of the journal, as if the run had been killed before it wrote them.</summary>
    private void Forget(string[] kinds) =>
        File.WriteAllLines(_path, [.. File.ReadAllLines(_path).Where(line => !kinds.Contains(Kind(line), StringComparer.Ordinal))]);

    private IEnumerable<int> Open() => File.ReadAllLines(_path)
        .Where(static line => Kind(line) is "queueing" or "ended" or "refused")
        .GroupBy(static line => JsonDocument.Parse(line).RootElement.GetProperty("n").GetInt32())
        .Where(static lines => lines.All(static line => Kind(line) == "queueing"))
        .Select(static lines => lines.Key);

    private static string? Kind(string line) => JsonDocument.Parse(line).RootElement.TryGetProperty("t", out JsonElement kind) ? kind.GetString() : null;
}
