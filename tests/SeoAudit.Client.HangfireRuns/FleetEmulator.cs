using SeoAudit.Emulator;
using SeoAudit.Tests.Shared;

namespace SeoAudit.Client.HangfireRuns;

/// <summary>Services that bear a fleet.</summary>
internal static class FleetEmulator
{
    public static SeoAuditEmulatorOptions Settings()
    {
        SeoAuditEmulatorOptions settings = UnlimitedServices.Settings();
        settings.MetricSpot.QueuedDuration = TimeSpan.FromMilliseconds(100);
        settings.MetricSpot.RunningDuration = TimeSpan.FromMilliseconds(400);
        settings.Seogent.PendingDuration = TimeSpan.FromMilliseconds(200);
        settings.Seogent.CrawlPerPage = TimeSpan.FromMilliseconds(20);
        settings.Seogent.AnalyzePerPage = TimeSpan.FromMilliseconds(20);
        return settings;
    }
}
