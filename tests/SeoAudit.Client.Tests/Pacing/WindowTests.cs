using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Pacing;
using static SeoAudit.Client.Tests.Pacing.PacedLimiter;

namespace SeoAudit.Client.Tests.Pacing;

public sealed class WindowTests
{
    [Fact]
    public void A_permit_comes_back_a_whole_period_after_it_was_taken_and_not_a_tick_before()
    {
        using var limiter = new PacedLimiter(Per(2, 10), maxWait: 0);

        Assert.True(limiter.AskNow().IsAcquired);
        limiter.Time.Advance(TimeSpan.FromSeconds(4));
        Assert.True(limiter.AskNow().IsAcquired);
        limiter.Time.Advance(TimeSpan.FromSeconds(6) - TimeSpan.FromTicks(1));
        Assert.Equal(TimeSpan.FromTicks(1), RetryAfter(limiter.AskNow()));

        limiter.Time.Advance(TimeSpan.FromTicks(1));
        Assert.True(limiter.AskNow().IsAcquired);
        Assert.Equal(TimeSpan.FromSeconds(4), RetryAfter(limiter.AskNow()));
    }

    [Fact]
    public void Two_a_second_and_five_a_minute_hold_together()
    {
        using var limiter = new PacedLimiter(Per(5, 60), Per(2, 1), maxWait: 200);

        Assert.Equal([0, 0, 1, 1, 2, 60, 60, 61, 61, 62, 120, 120], limiter.Schedule(12, 120, step: 0.5));
    }

    [Fact]
    public void A_month_and_a_spacing_hold_together()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 2, 28, 23, 59, 50, TimeSpan.Zero));
        using var limiter = new PacedLimiter(PerMonth(2), Every(3), time: time);

        Assert.Equal([0, 3, 10, 13], limiter.Schedule(4, 20));
    }

    [Fact]
    public void A_permit_is_taken_from_all_windows_or_from_none()
    {
        using var limiter = new PacedLimiter(Per(2, 60), Every(1), maxWait: 0);

        Assert.True(limiter.AskNow().IsAcquired);
        for (var refused = 0; refused < 10; refused++)
        {
            Assert.False(limiter.AskNow().IsAcquired);
        }

        limiter.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(limiter.AskNow().IsAcquired);
        Assert.Equal(TimeSpan.FromSeconds(59), RetryAfter(limiter.AskNow()));
    }

    [Fact]
    public void Spacing_keeps_every_two_apart_also_after_a_rest()
    {
        using var limiter = new PacedLimiter(spacing: Every(5));
        limiter.AskNow();
        limiter.Time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal([0, 5, 10, 15], limiter.Schedule(4, 20));
    }

    [Theory]
    [InlineData("2026-01-31T23:59:59.999Z", 1)]
    [InlineData("2026-02-01T00:00:00Z", 28L * 24 * 3600 * 1000)]
    [InlineData("2028-02-15T12:00:00Z", 14.5 * 24 * 3600 * 1000)]
    public void A_month_is_that_of_the_calendar_in_UTC(string now, double millisecondsLeft)
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        using var limiter = new PacedLimiter(PerMonth(1), maxWait: 0, time: time);
        limiter.AskNow();

        Assert.Equal(TimeSpan.FromMilliseconds(millisecondsLeft), RetryAfter(limiter.AskNow()));
        time.Advance(TimeSpan.FromMilliseconds(millisecondsLeft) - TimeSpan.FromTicks(1));
        Assert.False(limiter.AskNow().IsAcquired);
        time.Advance(TimeSpan.FromTicks(1));
        Assert.True(limiter.AskNow().IsAcquired);
    }

    [Fact]
    public void A_clock_that_is_set_back_by_a_month_gives_nothing_back()
    {
        var clock = new BeatingClock(1_000) { Utc = new DateTimeOffset(2026, 3, 1, 0, 0, 1, TimeSpan.Zero) };
        using WindowRateLimiter limiter = Limiter(clock, PerMonth(1));
        limiter.AttemptAcquire();

        clock.Utc = new DateTimeOffset(2026, 2, 28, 23, 0, 0, TimeSpan.Zero);
        Assert.False(limiter.AttemptAcquire().IsAcquired);

        clock.Utc = new DateTimeOffset(2026, 3, 1, 0, 0, 2, TimeSpan.Zero);
        Assert.True(limiter.AttemptAcquire().IsAcquired);
    }

    [Fact]
    public void A_rolling_window_does_not_go_by_the_time_of_day()
    {
        var clock = new BeatingClock(1_000);
        using WindowRateLimiter limiter = Limiter(clock, Per(1, 24 * 3600));
        limiter.AttemptAcquire();

        clock.Utc += TimeSpan.FromDays(3);

        Assert.Equal(TimeSpan.FromDays(1), RetryAfter(limiter.AttemptAcquire()));
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(1_000, 701)]
    [InlineData(10_000_000, 7_000_001)]
    [InlineData(1_000_000_000, 700_000_100)]
    public void A_clock_with_any_beat_is_never_early(long frequency, long beats)
    {
        var clock = new BeatingClock(frequency);
        var period = TimeSpan.FromTicks(7_000_001);
        using WindowRateLimiter limiter = Limiter(clock, new PacingRule("Quota", 1, period));
        limiter.AttemptAcquire();
        Assert.True(RetryAfter(limiter.AttemptAcquire()) >= period);

        clock.Beats = beats - 1;
        Assert.False(limiter.AttemptAcquire().IsAcquired);
        clock.Beats = beats;
        Assert.True(limiter.AttemptAcquire().IsAcquired);
    }

    private static WindowRateLimiter Limiter(TimeProvider clock, PacingRule quota)
    {
        var limiter = new WindowRateLimiter(clock);
        limiter.Apply(new PacingRules { Section = "Test", Quota = quota, MaxWait = TimeSpan.Zero, QueueLimit = 0 });
        return limiter;
    }

    private sealed class BeatingClock(long frequency) : TimeProvider
    {
        public long Beats { get; set; }

        public DateTimeOffset Utc { get; set; } = PacingAnswers.Start;

        public override long TimestampFrequency => frequency;

        public override long GetTimestamp() => Beats;

        public override DateTimeOffset GetUtcNow() => Utc;
    }
}
