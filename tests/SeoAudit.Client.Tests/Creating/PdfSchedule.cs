using SeoAudit.Client.MetricSpot;
using SeoAudit.Emulator;

namespace SeoAudit.Client.Tests.Creating;

/// <summary>PDFs of audits that are completed.</summary>
internal sealed class PdfSchedule(SpendGround ground, int seed, Random random) : UnlistedSchedule(ground, seed, random)
{
    private static readonly WaitOptions Quickly = new()
    {
        InitialDelay = TimeSpan.Zero,
        Interval = TimeSpan.FromMilliseconds(1),
        MaxInterval = TimeSpan.FromMilliseconds(10),
    };

    private readonly List<MetricSpotAudit> _audits = [];

    public override string Kind => "PDF";

    protected override string Account { get; } = Key("ms_live_", seed);

    protected override ServiceOptions Configure(SeoAuditOptions settings) => ConfigureMetricSpot(settings, Ground.Prompt);

    protected override async Task PrepareAsync(CancellationToken stop)
    {
        for (int page = Random.Next(2); page >= 0; page--)
        {
            MetricSpotAuditOperation audit = await Client.MetricSpot.QueueAuditAsync(new Uri(Ground.Site, $"/{Seed}/{page}"), stop);
            _audits.Add(await audit.WaitForCompletionAsync(Quickly, stop));
        }
    }

    protected override (string Target, Func<Task<string>> Make) Call(CancellationToken stop)
    {
        string audit = _audits[Random.Next(_audits.Count)].Id;
        return (audit, async () => (await Client.MetricSpot.QueuePdfAsync(audit, cancellationToken: stop)).Id);
    }

    protected override void CheckBought(string target, string[] ids)
    {
        string page = _audits.Single(audit => audit.Id == target).Url;
        Assert.All(ids, id => Assert.Equal(
            page,
            Assert.Single(Ground.Prompt.Ledger.Creations, creation => creation.Operation == LedgerOperation.Pdf && creation.Id == id).Target));
    }

    // A second request for a PDF is answered with the first, so that only the requests tell how often it was asked for.
    protected override int CountAccepted(string target)
    {
        string fingerprint = EmulatorLedger.Fingerprint(Account);
        var path = $"/metricspot/api/audits/{target}/pdf";
        return Ground.Prompt.Ledger.Requests.Count(
            request => request.KeyFingerprint == fingerprint && request.Path == path && request.StatusCode == 201);
    }
}
