using SeoAudit.Emulator;

namespace SeoAudit.Client.HangfireRuns;

/// <summary>Services that bear a fleet.</summary>
internal static class FleetEmulator
{
    public static SeoAuditEmulatorOptions Settings()
    {
        var settings = new SeoAuditEmulatorOptions { LedgerCapacity = 1_000_000 };
        settings.SeoPeek.DailyQuota = 1_000_000;
        settings.MetricSpot.DefaultPlan = MetricSpotEmulatorPlan.Pro;
        settings.MetricSpot.GlobalSpacing = TimeSpan.Zero;
        settings.MetricSpot.QueuedDuration = TimeSpan.FromMilliseconds(100);
        settings.MetricSpot.RunningDuration = TimeSpan.FromMilliseconds(400);
        settings.Seogent.StartingBalance = 1_000_000;
        settings.Seogent.PendingDuration = TimeSpan.FromMilliseconds(200);
        settings.Seogent.CrawlPerPage = TimeSpan.FromMilliseconds(20);
        settings.Seogent.AnalyzePerPage = TimeSpan.FromMilliseconds(20);
        settings.Seogent.CreatesPerMinute = null;
        settings.Seogent.ReadsPerMinute = null;
        return settings;
    }
}
