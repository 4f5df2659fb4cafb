using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;
using SeoAudit.Emulator;

namespace SeoAudit.Client.Tests.EndToEnd;

public sealed class SpendTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Losses => ["reset", "mid-body", "503", "500", "malformed"];

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task What_was_created_is_adopted_however_its_answer_is_lost(string loss)
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync();
        emulated.Emulator.Faults.Add(EmulatorFault.On(EmulatedService.Seogent, "POST").AfterHandling().With(Action(loss)));
        emulated.Emulator.Faults.Add(EmulatorFault.On(EmulatedService.MetricSpot, "POST").AfterHandling().With(Action(loss)));

        ScanOperation scan = await emulated.Client.Seogent.StartScanAsync(ScanRequest.ForUrls(emulated.Site.Pages), Stop);
        MetricSpotAuditOperation audit = await emulated.Client.MetricSpot.QueueAuditAsync(emulated.Site.Address, Stop);

        Assert.True(scan.IsAdopted && audit.IsAdopted);
        Assert.Equal(scan.Id, Assert.Single(emulated.Emulator.Ledger.CreationsOf(EmulatedService.Seogent)).Id);
        Assert.Equal(audit.Id, Assert.Single(emulated.Emulator.Ledger.CreationsOf(EmulatedService.MetricSpot)).Id);
        Assert.NotNull((await scan.WaitForCompletionAsync(null, Stop)).AverageScore);
        Assert.NotNull((await audit.WaitForCompletionAsync(null, Stop)).Score);
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("mid-body")]
    [InlineData("503")]
    [InlineData("500")]
    [InlineData("429")]
    public async Task What_reads_is_tried_again(string loss)
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync();
        emulated.Emulator.Faults.Add(EmulatorFault.On(EmulatedService.Seogent, "GET").Times(2).With(Action(loss)));

        CreditBalance credits = await emulated.Client.Seogent.GetCreditsAsync(Stop);

        Assert.True(credits.Balance > 0);
        Assert.Equal(3, emulated.Emulator.Ledger.RequestsTo(EmulatedService.Seogent).Count);
    }

    [Fact]
    public async Task A_sitemap_is_audited_page_by_page_and_bad_pages_are_outcomes()
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: 12);
        var urls = new List<Uri>();
        await foreach (SitemapEntry entry in emulated.Client.ReadSitemapAsync(emulated.Site.Sitemap, Stop))
        {
            urls.Add(entry.Location);
        }

        urls.Add(new Uri(emulated.Site.Address, "/missing"));

        var outcomes = new List<PageAuditOutcome>();
        await foreach (PageAuditOutcome outcome in emulated.Client.AuditPagesAsync(
            urls, new() { Order = OutcomeOrder.AsSubmitted }, Stop))
        {
            outcomes.Add(outcome);
        }

        Assert.Equal(13, outcomes.Count);
        Assert.All(outcomes.SkipLast(1), outcome => Assert.InRange(outcome.Audit!.Score, 1, 100));
        Assert.Equal(AuditService.SeoPeek, outcomes[^1].Error!.Service);
    }

    private static FaultAction Action(string loss) => loss switch
    {
        "reset" => FaultAction.ResetConnection(),
        "mid-body" => FaultAction.ResetMidBody(5),
        "malformed" => FaultAction.MalformedJson(),
        _ => FaultAction.Status(int.Parse(loss, System.Globalization.CultureInfo.InvariantCulture)),
    };
}
