using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Bulk.Lanes;
using SeoAudit.Client.Diagnostics;

namespace SeoAudit.Client.Tests.Bulk.Lanes;

public sealed class ServiceGateTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 29, 10, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Start);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void An_open_gate_lets_everyone_through_and_says_of_no_pause()
    {
        ServiceGate gate = Gate();

        Assert.True(gate.EnterAsync(Stop).AsTask().IsCompletedSuccessfully);
        Assert.True(gate.EnterAsync(Stop).AsTask().IsCompletedSuccessfully);
        Assert.Null(gate.PausedUntil);
        Assert.Null(gate.ClosedBecause);
    }

    [Fact]
    public async Task A_pause_is_as_long_as_the_service_asks_and_a_little_longer()
    {
        ServiceGate gate = Gate();
        Assert.True(gate.Refused(await gate.EnterAsync(Stop), Later(seconds: 5)));

        AssertPaused(gate, Start, asked: 5);
        DateTimeOffset until = gate.PausedUntil!.Value;
        Task<int> waiting = gate.EnterAsync(Stop).AsTask();
        _time.SetUtcNow(until - TimeSpan.FromMilliseconds(1));
        Assert.False(waiting.IsCompleted);
        _time.SetUtcNow(until);

        Assert.NotEqual(ServiceGate.Closed, await waiting);
        Assert.Null(gate.PausedUntil);
    }

    [Fact]
    public async Task A_pause_that_ends_within_a_millisecond_is_waited_for_once()
    {
        // The budget leaves no room for chance to make whole milliseconds of it.
        ServiceGate gate = Gate(budgetSeconds: 1.0005);
        TimeSpan asked = TimeSpan.FromTicks(9_504_000);
        var refusal = new SeoAuditRateLimitException("Later.") { RateLimit = new RateLimit { RetryAfter = asked, RetryAt = Start + asked } };
        gate.Refused(await gate.EnterAsync(Stop), refusal);
        TimeSpan pause = gate.PausedUntil!.Value - Start;
        Assert.NotEqual(0, pause.Ticks % TimeSpan.TicksPerMillisecond);
        Task<int> waiting = gate.EnterAsync(Stop).AsTask();

        // A gate that looks again and again would not come back from this.
        Task moved = Task.Run(() => _time.Advance(TimeSpan.FromMilliseconds(Math.Floor(pause.TotalMilliseconds))), Stop);
        Assert.Same(moved, await Task.WhenAny(moved, Task.Delay(TimeSpan.FromSeconds(30), Stop)));
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.NotEqual(ServiceGate.Closed, await waiting);
    }

    [Fact]
    public async Task Pauses_without_a_length_double_until_an_answer()
    {
        ServiceGate gate = Gate();
        foreach (int expected in new[] { 1, 2, 4 })
        {
            DateTimeOffset now = _time.GetUtcNow();
            gate.Refused(await gate.EnterAsync(Stop), new SeoAuditRateLimitException("Later."));
            Assert.Equal(now.AddSeconds(expected), gate.PausedUntil);
            _time.Advance(TimeSpan.FromSeconds(expected));
        }

        gate.Answered(await gate.EnterAsync(Stop));
        gate.Refused(await gate.EnterAsync(Stop), new SeoAuditRateLimitException("Later."));

        Assert.Equal(_time.GetUtcNow().AddSeconds(1), gate.PausedUntil);
    }

    [Fact]
    public async Task After_a_pause_one_goes_first_and_the_others_when_it_is_answered()
    {
        ServiceGate gate = await PausedAsync();
        int first = await gate.EnterAsync(Stop);
        Task<int> second = gate.EnterAsync(Stop).AsTask();
        Assert.False(second.IsCompleted);

        gate.Answered(first);

        Assert.Equal(first, await second);
        Assert.True(gate.EnterAsync(Stop).AsTask().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task When_the_first_is_given_up_another_goes_first()
    {
        ServiceGate gate = await PausedAsync();
        int first = await gate.EnterAsync(Stop);
        Task<int>[] others = [gate.EnterAsync(Stop).AsTask(), gate.EnterAsync(Stop).AsTask()];

        gate.Left(first);

        Task let = await Task.WhenAny(others);
        Assert.Equal([let], others.Where(static other => other.IsCompleted));
        gate.Answered(first);
        await Task.WhenAll(others);
    }

    [Fact]
    public async Task When_the_first_is_refused_all_wait_again()
    {
        ServiceGate gate = await PausedAsync();
        int first = await gate.EnterAsync(Stop);
        Task<int> second = gate.EnterAsync(Stop).AsTask();

        Assert.True(gate.Refused(first, Later(seconds: 10)));

        AssertPaused(gate, _time.GetUtcNow(), asked: 10);
        Assert.False(second.IsCompleted);
        _time.SetUtcNow(gate.PausedUntil!.Value);
        Assert.NotEqual(first, await second);
    }

    [Fact]
    public async Task What_was_sent_before_the_pause_says_nothing_about_what_comes_after_it()
    {
        ServiceGate gate = Gate();
        int early = await gate.EnterAsync(Stop);
        gate.Refused(await gate.EnterAsync(Stop), Later(seconds: 5));

        gate.Answered(early);
        gate.Left(early);

        AssertPaused(gate, Start, asked: 5);
        _time.SetUtcNow(gate.PausedUntil!.Value);
        await gate.EnterAsync(Stop);
        Task<int> second = gate.EnterAsync(Stop).AsTask();
        gate.Answered(early);
        gate.Left(early);
        Assert.False(second.IsCompleted);
    }

    [Fact]
    public async Task Many_that_are_refused_together_are_one_pause_up_to_the_latest_moment()
    {
        ServiceGate gate = Gate(budgetSeconds: 11);
        int[] together = [await gate.EnterAsync(Stop), await gate.EnterAsync(Stop), await gate.EnterAsync(Stop)];

        Assert.True(gate.Refused(together[0], Later(seconds: 5)));
        Assert.True(gate.Refused(together[1], Later(seconds: 10)));
        Assert.True(gate.Refused(together[2], Later(seconds: 3)));

        AssertPaused(gate, Start, asked: 10);
    }

    [Theory]
    [InlineData(10_050, true)]
    [InlineData(10_049, false)]
    public async Task The_pauses_up_to_an_answer_keep_to_the_budget(int budgetMilliseconds, bool isOpen)
    {
        ServiceGate gate = Gate(budgetMilliseconds / 1000d);

        Assert.Equal(isOpen, gate.Refused(await gate.EnterAsync(Stop), Later(seconds: 10)));

        Assert.Equal(isOpen, gate.ClosedBecause is null);
        Assert.Equal(isOpen, gate.PausedUntil is not null);
    }

    [Fact]
    public async Task The_budget_is_of_all_pauses_since_the_last_answer()
    {
        ServiceGate gate = Gate(budgetSeconds: 12);
        Assert.True(gate.Refused(await gate.EnterAsync(Stop), Later(seconds: 6)));
        _time.SetUtcNow(gate.PausedUntil!.Value);
        gate.Answered(await gate.EnterAsync(Stop));
        Assert.True(gate.Refused(await gate.EnterAsync(Stop), Later(seconds: 6)));
        _time.SetUtcNow(gate.PausedUntil!.Value);

        Assert.False(gate.Refused(await gate.EnterAsync(Stop), Later(seconds: 6)));
    }

    [Fact]
    public async Task A_spent_quota_closes_it_for_good()
    {
        ServiceGate gate = Gate();
        var spent = new SeoAuditQuotaException("Spent.");
        int first = await gate.EnterAsync(Stop);
        int second = await gate.EnterAsync(Stop);

        Assert.False(gate.Refused(first, spent));
        Assert.False(gate.Refused(second, new SeoAuditQuotaException("Spent again.")));
        gate.Answered(second);

        Assert.Same(spent, gate.ClosedBecause);
        Assert.Equal(ServiceGate.Closed, await gate.EnterAsync(Stop));
        Assert.Same(spent, Record.Exception(() => gate.ThrowIfHeld(first)));
    }

    [Fact]
    public async Task What_got_through_before_a_refusal_is_kept_back_until_the_next_answer()
    {
        ServiceGate gate = Gate();
        int early = await gate.EnterAsync(Stop);
        gate.ThrowIfHeld(early);
        SeoAuditRateLimitException refusal = Later(seconds: 1);
        gate.Refused(await gate.EnterAsync(Stop), refusal);

        Assert.Same(refusal, Record.Exception(() => gate.ThrowIfHeld(early)));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Same(refusal, Record.Exception(() => gate.ThrowIfHeld(early)));

        int next = await gate.EnterAsync(Stop);
        gate.ThrowIfHeld(next);
        gate.Answered(next);
        gate.ThrowIfHeld(early);
    }

    [Fact]
    public async Task A_gate_that_closes_lets_all_who_wait_know()
    {
        ServiceGate gate = Gate();
        int early = await gate.EnterAsync(Stop);
        gate.Refused(await gate.EnterAsync(Stop), Later(seconds: 60));
        Task<int> pausing = gate.EnterAsync(Stop).AsTask();

        Assert.False(gate.Refused(early, new SeoAuditQuotaException("Spent.")));

        Assert.Equal(ServiceGate.Closed, await pausing);
    }

    [Fact]
    public async Task A_gate_that_closes_lets_those_know_who_wait_for_the_first()
    {
        ServiceGate gate = await PausedAsync();
        int first = await gate.EnterAsync(Stop);
        Task<int> second = gate.EnterAsync(Stop).AsTask();

        Assert.False(gate.Refused(first, new SeoAuditQuotaException("Spent.")));

        Assert.Equal(ServiceGate.Closed, await second);
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(0)]
    public async Task A_moment_that_is_past_is_no_pause_of_its_own(int seconds)
    {
        ServiceGate gate = Gate();
        gate.Refused(await gate.EnterAsync(Stop), Later(seconds));

        Assert.InRange((gate.PausedUntil!.Value - Start).TotalSeconds, 0.05, 1);
    }

    [Fact]
    public async Task A_moment_beyond_all_calendars_closes_it()
    {
        ServiceGate gate = Gate();
        var never = new SeoAuditRateLimitException("Never.") { RateLimit = new RateLimit { RetryAt = DateTimeOffset.MaxValue } };

        Assert.False(gate.Refused(await gate.EnterAsync(Stop), never));

        Assert.Same(never, gate.ClosedBecause);
    }

    [Fact]
    public async Task A_second_refusal_of_one_moment_takes_nothing_more_of_the_budget()
    {
        ServiceGate gate = Gate(budgetSeconds: 13);
        int[] together = [await gate.EnterAsync(Stop), await gate.EnterAsync(Stop), await gate.EnterAsync(Stop)];

        Assert.All(together, ticket => Assert.True(gate.Refused(ticket, Later(seconds: 10))));
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_is_let_go()
    {
        ServiceGate gate = Gate();
        gate.Refused(await gate.EnterAsync(Stop), Later(seconds: 5));
        using var gone = new CancellationTokenSource();
        Task<int> pausing = gate.EnterAsync(gone.Token).AsTask();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pausing);
        _time.SetUtcNow(gate.PausedUntil!.Value);
        await gate.EnterAsync(Stop);
        using var goneLater = new CancellationTokenSource();
        Task<int> waiting = gate.EnterAsync(goneLater.Token).AsTask();

        await goneLater.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private SeoAuditRateLimitException Later(double seconds) => new("Later.")
    {
        RateLimit = new RateLimit { RetryAfter = TimeSpan.FromSeconds(seconds), RetryAt = _time.GetUtcNow().AddSeconds(seconds) },
    };

    private ServiceGate Gate(double budgetSeconds = 3_600) =>
        new(AuditService.SeoPeek, TimeSpan.FromSeconds(budgetSeconds), _time, new BulkEvents(NullLogger.Instance));

    // As long as the service asks, and up to a fifth longer.
    private static void AssertPaused(ServiceGate gate, DateTimeOffset from, double asked) =>
        Assert.InRange((gate.PausedUntil!.Value - from).TotalSeconds, asked + 0.05, (asked * 1.2) + 0.05);

    /// <summary>A gate whose pause is over.</summary>
    private async Task<ServiceGate> PausedAsync()
    {
        ServiceGate gate = Gate();
        gate.Refused(await gate.EnterAsync(Stop), Later(seconds: 1));
        _time.Advance(TimeSpan.FromSeconds(2));
        return gate;
    }
}
