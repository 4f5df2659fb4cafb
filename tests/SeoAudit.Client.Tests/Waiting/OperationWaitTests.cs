using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Waiting;

/// <summary>Every poll is answered at once, and the longest spacing is the shortest: the instants are exact, but for the spread of what was asked for.</summary>
public sealed class OperationWaitTests
{
    private static readonly TimeSpan Step = SimulatedTime.Seconds(0.05);

    private readonly FakeTimeProvider _time = new();
    private readonly PollingOptions _polling = new()
    {
        InitialDelay = SimulatedTime.Seconds(5),
        Interval = SimulatedTime.Seconds(10),
        MaxInterval = SimulatedTime.Seconds(10),
        Timeout = SimulatedTime.Seconds(120),
    };

    [Fact]
    public void An_operation_needs_to_know_how_to_poll() =>
        Assert.Throws<ArgumentNullException>("polling", () => new ScriptedOperation(null!, _time, static _ => ScriptedOperation.State(true)));

    [Theory]
    [InlineData(0, 5)]
    [InlineData(2, 5)]
    [InlineData(5, 5)]
    [InlineData(7, 7)]
    public async Task The_first_poll_comes_the_initial_delay_after_the_start(double waitedFor, double polledAt)
    {
        var operation = new ScriptedOperation(_polling, _time, static _ => ScriptedOperation.State(true), justStarted: true);
        _time.Advance(SimulatedTime.Seconds(waitedFor));

        Assert.Equal("result", await WaitAsync(operation));

        Assert.Equal([SimulatedTime.Seconds(polledAt)], operation.PolledAt);
    }

    [Theory]
    [InlineData(null, 10, 10)]
    [InlineData(5d, 10, 10)]
    [InlineData(9.95, 10, 11.99)]
    [InlineData(10d, 10.05, 12.05)]
    [InlineData(15d, 15.05, 18.05)]
    public async Task A_poll_comes_a_little_after_what_was_asked_for_and_no_sooner_than_the_spacing(double? asked, double earliest, double latest)
    {
        var operation = new ScriptedOperation(
            _polling, _time, number => ScriptedOperation.State(number == 2, asked is { } seconds ? SimulatedTime.Seconds(seconds) : null));

        await WaitAsync(operation);

        Assert.Equal((TimeSpan.Zero, 2), (operation.PolledAt[0], operation.PolledAt.Count));
        // The clock of the test goes on in steps.
        Assert.InRange(operation.PolledAt[1], SimulatedTime.Seconds(earliest), SimulatedTime.Seconds(latest) + Step);
    }

    [Fact]
    public async Task A_pause_that_ends_at_the_deadline_is_waited_for()
    {
        var operation = new ScriptedOperation(
            _polling, _time, static number => ScriptedOperation.State(number == 2, SimulatedTime.Seconds(120)));

        await WaitAsync(operation);

        Assert.Equal([TimeSpan.Zero, SimulatedTime.Seconds(120.05)], operation.PolledAt);
    }

    [Fact]
    public async Task A_pause_that_ends_past_the_deadline_is_not_waited_for_and_the_error_says_how_to_go_on()
    {
        var operation = new ScriptedOperation(
            _polling, _time, static _ => ScriptedOperation.State(false, SimulatedTime.Seconds(120) + TimeSpan.FromTicks(1)));

        var exception = await Assert.ThrowsAsync<SeoAuditTimeoutException>(() => WaitAsync(operation));

        Assert.Equal(
            "Seogent 's-1' was not done within 00:02:00; it goes on at the service and can be waited for again by its id.", exception.Message);
        Assert.Equal([TimeSpan.Zero], operation.PolledAt);
    }

    [Fact]
    public async Task The_last_poll_is_at_the_deadline()
    {
        _polling.Timeout = SimulatedTime.Seconds(25);
        var operation = new ScriptedOperation(_polling, _time, static _ => ScriptedOperation.State(false));

        await Assert.ThrowsAsync<SeoAuditTimeoutException>(() => WaitAsync(operation));

        Assert.Equal([0d, 10d, 20d, 25d], operation.PolledAt.Select(static at => at.TotalSeconds));
    }

    private Task<string> WaitAsync(ScriptedOperation operation) =>
        _time.RunAsync(() => operation.WaitForCompletionAsync(), step: 0.05);
}
