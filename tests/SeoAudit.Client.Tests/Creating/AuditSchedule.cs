namespace SeoAudit.Client.Tests.Creating;

/// <summary>Audits of MetricSpot, which refuses the same page again for a day.</summary>
internal sealed class AuditSchedule(SpendGround ground, int seed, Random random) : ListedSchedule(ground, seed, random)
{
    public override string Kind => "audit";

    protected override string Account { get; } = Key("ms_live_", seed);

    protected override ServiceOptions Configure(SeoAuditOptions settings) => ConfigureMetricSpot(settings, Ground.Idle);

    protected override (string Target, Func<Task<string>> Make) Call(CancellationToken stop)
    {
        Uri page = Page();
        return (page.AbsoluteUri, async () => (await Client.MetricSpot.QueueAuditAsync(page, stop)).Id);
    }
}
