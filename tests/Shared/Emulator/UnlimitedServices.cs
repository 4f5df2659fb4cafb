using SeoAudit.Emulator;

namespace SeoAudit.Tests.Shared;

/// <summary>Services that bear any number of audits and remember them all; how long each takes is as by default.</summary>
internal static class UnlimitedServices
{
    public static SeoAuditEmulatorOptions Settings()
    {
        var settings = new SeoAuditEmulatorOptions { LedgerCapacity = 1_000_000 };
        settings.SeoPeek.DailyQuota = 1_000_000;
        settings.MetricSpot.DefaultPlan = MetricSpotEmulatorPlan.Pro;
        settings.MetricSpot.GlobalSpacing = TimeSpan.Zero;
        settings.Seogent.StartingBalance = 1_000_000;
        settings.Seogent.CreatesPerMinute = null;
        settings.Seogent.ReadsPerMinute = null;
        return settings;
    }
}
