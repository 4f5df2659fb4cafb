using SeoAudit.Client.Http;

namespace SeoAudit.Client.Tests.Http;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(4, 16)]
    [InlineData(5, 30)]
    [InlineData(1_000, 30)]
    public void Pauses_double_from_a_second_to_half_a_minute(int before, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.Pause(before));

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(3, 4)]
    [InlineData(4, 7)]
    [InlineData(int.MaxValue, 7)]
    public void Waits_double_up_to_the_cap(int step, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.Exponential(TimeSpan.FromSeconds(0.5), step, TimeSpan.FromSeconds(7)));

    [Fact]
    public void No_wait_stays_none() => Assert.Equal(TimeSpan.Zero, Backoff.Exponential(TimeSpan.Zero, 30, TimeSpan.FromSeconds(7)));

    [Fact]
    public void Jitter_keeps_between_four_and_six_fifths()
    {
        double[] spread = [.. Enumerable.Range(0, 1_000).Select(static _ => Backoff.Jittered(TimeSpan.FromSeconds(10)).TotalSeconds)];

        Assert.All(spread, static seconds => Assert.InRange(seconds, 8, 12));
        Assert.InRange(spread.Max() - spread.Min(), 2, 4);
    }
}
