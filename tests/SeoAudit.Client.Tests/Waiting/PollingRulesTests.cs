using SeoAudit.Client.Operations;

namespace SeoAudit.Client.Tests.Waiting;

public sealed class PollingRulesTests
{
    private const string InitialDelay = "InitialDelay must be between 0 and 10 minutes.";
    private const string Interval = "Interval must be between 1 millisecond and 10 minutes.";
    private const string MaxInterval = "MaxInterval must be between Interval and 1 hour.";
    private const string Timeout = "Timeout must be between 1 millisecond and 7 days.";

    private const long Millisecond = TimeSpan.TicksPerMillisecond;
    private const long Minute = TimeSpan.TicksPerMinute;
    private const long Hour = TimeSpan.TicksPerHour;
    private const long Week = TimeSpan.TicksPerDay * 7;

    [Theory]
    [InlineData(0, Millisecond, Millisecond, Millisecond)]
    [InlineData(10 * Minute, 10 * Minute, 10 * Minute, Week)]
    [InlineData(10 * Minute, Millisecond, Hour, Week)]
    public void What_lies_on_a_bound_is_allowed(long initialDelay, long interval, long maxInterval, long timeout) =>
        Assert.Empty(Faults(initialDelay, interval, maxInterval, timeout));

    [Theory]
    [InlineData(-1, Minute, Minute, Hour, InitialDelay)]
    [InlineData((10 * Minute) + 1, Minute, Minute, Hour, InitialDelay)]
    [InlineData(0, Millisecond - 1, Minute, Hour, Interval)]
    [InlineData(0, (10 * Minute) + 1, Hour, Hour, Interval)]
    [InlineData(0, Minute, Minute - 1, Hour, MaxInterval)]
    [InlineData(0, Minute, Hour + 1, Hour, MaxInterval)]
    [InlineData(0, Minute, Minute, Millisecond - 1, Timeout)]
    [InlineData(0, Minute, Minute, Week + 1, Timeout)]
    public void What_lies_past_a_bound_is_named(long initialDelay, long interval, long maxInterval, long timeout, string fault) =>
        Assert.Equal(fault, Assert.Single(Faults(initialDelay, interval, maxInterval, timeout)));

    [Fact]
    public void Every_fault_is_named() =>
        Assert.Equal([InitialDelay, Interval, MaxInterval, Timeout], Faults(-1, 0, -1, 0), StringComparer.Ordinal);

    private static IEnumerable<string> Faults(long initialDelay, long interval, long maxInterval, long timeout) =>
        PollingRules.Faults(new TimeSpan(initialDelay), new TimeSpan(interval), new TimeSpan(maxInterval), new TimeSpan(timeout));
}
