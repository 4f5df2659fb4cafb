using SeoAudit.Client.Operations;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Waiting;

/// <summary>The spacing is a third of the time left, between 1 and 60 seconds here, give or take a fifth.</summary>
public sealed class PollScheduleTests
{
    private readonly PollSchedule _schedule =
        new(new WaitPlan(TimeSpan.Zero, SimulatedTime.Seconds(1), SimulatedTime.Seconds(60), TimeSpan.FromHours(1), null));

    [Fact]
    public void The_time_left_is_told_from_what_was_gained_since_the_first_answer()
    {
        Observe(20, at: 100);
        Observe(40, at: 110);

        // 20 % in 10 seconds: 60 % take 30 more.
        NextIsAbout(10);
    }

    [Fact]
    public void The_first_answer_stays_what_is_measured_from()
    {
        Observe(0, at: 0);
        Observe(10, at: 30);
        Observe(50, at: 50);

        // 50 % in 50 seconds.
        NextIsAbout(50 / 3d);
    }

    [Theory]
    [InlineData(50, 10)]
    [InlineData(40, 10)]
    [InlineData(60, 0)]
    [InlineData(60, -5)]
    public void Without_gain_or_without_time_nothing_is_foretold(double percentage, double after)
    {
        Observe(50, at: 20);
        Observe(percentage, at: 20 + after);

        NextIsAbout(1);
        NextIsAbout(1.5);
        NextIsAbout(2.25);
    }

    [Fact]
    public void An_answer_without_a_percentage_ends_what_was_foretold()
    {
        Observe(0, at: 0);
        Observe(10, at: 10);
        NextIsAbout(30);

        Observe(null, at: 20);
        NextIsAbout(1.5);
    }

    [Fact]
    public void The_spacing_never_leaves_its_bounds()
    {
        Observe(0, at: 0);
        Observe(1, at: 600);
        Assert.InRange(_schedule.Next().TotalSeconds, 48, 60);

        Observe(99.9, at: 601);
        Assert.InRange(_schedule.Next().TotalSeconds, 1, 1.2);
    }

    [Theory]
    [InlineData(1e15, 1e15 + 1)]
    [InlineData(-1e300, 1e300)]
    [InlineData(double.MinValue, double.MaxValue)]
    [InlineData(0, 5e-324)]
    public void A_percentage_that_cannot_be_is_no_wait_that_cannot_be(double first, double second)
    {
        Observe(first, at: 0);
        Observe(second, at: 5);

        Assert.InRange(_schedule.Next().TotalSeconds, 1, 60);
    }

    private void Observe(double? percentage, double at) => _schedule.Observe(new AuditProgress
    {
        Id = "a",
        Status = "running",
        IsFinal = false,
        Percentage = percentage,
        Elapsed = SimulatedTime.Seconds(at),
    });

    private void NextIsAbout(double seconds) =>
        Assert.InRange(_schedule.Next().TotalSeconds, Math.Max(seconds * 0.8, 1) - 0.001, (seconds * 1.2) + 0.001);
}
