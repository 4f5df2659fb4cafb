using SeoAudit.Emulator.MetricSpot;

namespace SeoAudit.Emulator.Tests.MetricSpot;

public sealed class SpacingTests
{
    [Fact]
    public void Without_a_spacing_audits_may_be_started_all_at_once()
    {
        const int Audits = 50_000;
        var account = new MetricSpotAccount("ms_live_0123456789abcdef");
        var options = new MetricSpotEmulatorOptions { GlobalSpacing = TimeSpan.Zero };
        var clock = new TickingClock();
        var refused = 0;

        Parallel.For(0, Audits, number =>
        {
            string url = $"https://example.com/{number}";
            AuditRefusal? refusal = account.TryStart(
                url, clock, quota: null, options, now => new AuditJob(number, url, new Uri(url), account, now), out _);
            Interlocked.Add(ref refused, refusal is null ? 0 : 1);
        });

        Assert.Equal(0, refused);
    }

    /// <summary>Never tells the same time twice.</summary>
    private sealed class TickingClock : TimeProvider
    {
        private long _ticks = new DateTime(2026, 3, 12, 12, 0, 0, DateTimeKind.Utc).Ticks;

        public override DateTimeOffset GetUtcNow() => new(Interlocked.Increment(ref _ticks), TimeSpan.Zero);
    }
}
