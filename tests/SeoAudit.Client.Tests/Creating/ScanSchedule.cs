using SeoAudit.Client.Seogent;

namespace SeoAudit.Client.Tests.Creating;

/// <summary>Scans of SEOgent, of a site or of pages that are hard to tell apart.</summary>
internal sealed class ScanSchedule(SpendGround ground, int seed, Random random) : ListedSchedule(ground, seed, random)
{
    public override string Kind => "scan";

    protected override string Account { get; } = Key("sk_", seed);

    protected override ServiceOptions Configure(SeoAuditOptions settings)
    {
        settings.Seogent.BaseAddress = new Uri(Ground.Idle.BaseAddress, "seogent/api/");
        settings.Seogent.ApiToken = Account;
        return settings.Seogent;
    }

    protected override (string Target, Func<Task<string>> Make) Call(CancellationToken stop)
    {
        Uri page = Page();
        ScanRequest request = Random.Next(3) switch
        {
            0 => ScanRequest.ForDomain("http://127.0.0.1:9", maxPages: 5),
            1 => ScanRequest.ForUrls(page),
            _ => ScanRequest.ForUrls(page, new Uri("http://127.0.0.1:9/other")),
        };
        return (page.AbsoluteUri, async () => (await Client.Seogent.StartScanAsync(request, stop)).Id);
    }
}
