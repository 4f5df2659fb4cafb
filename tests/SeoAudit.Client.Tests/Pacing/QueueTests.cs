using System.Threading.RateLimiting;
using static SeoAudit.Client.Tests.Pacing.PacedLimiter;

namespace SeoAudit.Client.Tests.Pacing;

public sealed class QueueTests
{
    [Fact]
    public async Task Turns_come_in_the_order_of_asking()
    {
        using var limiter = new PacedLimiter(spacing: Every(1));
        Task<RateLimitLease>[] asked = [.. Enumerable.Range(0, 20).Select(_ => limiter.AskAsync())];

        for (var turn = 0; turn < asked.Length; turn++)
        {
            Assert.True((await asked[turn]).IsAcquired);
            Assert.Equal(turn + 1, limiter.Granted);
            Assert.All(asked[(turn + 1)..], static later => Assert.False(later.IsCompleted));
            limiter.Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task Nobody_overtakes_the_queue_although_a_timer_is_late()
    {
        using var time = new LateTimers();
        using var limiter = new PacedLimiter(spacing: Every(1), maxWait: 60, time: time);
        limiter.AskNow();
        Task<RateLimitLease> first = limiter.AskAsync();

        time.Advance(TimeSpan.FromSeconds(1));
        Task<RateLimitLease> second = limiter.AskAsync();

        Assert.True((await first).IsAcquired);
        Assert.False(second.IsCompleted);
    }

    [Fact]
    public void Who_would_wait_too_long_is_refused_at_once_and_told_when()
    {
        using var limiter = new PacedLimiter(spacing: Every(5), maxWait: 12);
        limiter.AskNow();
        Task<RateLimitLease> five = limiter.AskAsync();
        Task<RateLimitLease> ten = limiter.AskAsync();

        RateLimitLease refused = limiter.AskNow();

        Assert.Equal(TimeSpan.FromSeconds(15), RetryAfter(refused));
        Assert.True(refused.TryGetMetadata(MetadataName.ReasonPhrase, out string? reason));
        Assert.Contains("SeoAudit:Test:Spacing", reason, StringComparison.Ordinal);
        Assert.Contains("12 seconds of SeoAudit:Test:MaxPacingWait", reason, StringComparison.Ordinal);
        Assert.False(five.IsCompleted || ten.IsCompleted);
        limiter.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(3, limiter.Queued + 1);
        Assert.False(limiter.AskAsync().IsCompleted);
    }

    [Fact]
    public void A_full_queue_refuses_at_once()
    {
        using var limiter = new PacedLimiter(spacing: Every(1), queue: 2);
        limiter.AskNow();
        Task<RateLimitLease>[] waiting = [limiter.AskAsync(), limiter.AskAsync()];

        RateLimitLease refused = limiter.AskNow();

        Assert.Equal(TimeSpan.FromSeconds(3), RetryAfter(refused));
        Assert.True(refused.TryGetMetadata(MetadataName.ReasonPhrase, out string? reason));
        Assert.Contains("SeoAudit:Test:PacingQueueLimit = 2", reason, StringComparison.Ordinal);
        Assert.All(waiting, static call => Assert.False(call.IsCompleted));
        limiter.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(limiter.AskAsync().IsCompleted);
    }

    [Fact]
    public async Task Giving_up_frees_the_place_and_lets_the_others_move_up()
    {
        using var limiter = new PacedLimiter(spacing: Every(5), maxWait: 10, queue: 2);
        using var stop = new CancellationTokenSource();
        limiter.AskNow();
        Task<RateLimitLease> first = limiter.AskAsync(stop.Token);
        Task<RateLimitLease> second = limiter.AskAsync();
        Assert.False(limiter.AskNow().IsAcquired);

        await stop.CancelAsync();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(stop.Token, cancelled.CancellationToken);
        Task<RateLimitLease> third = limiter.AskAsync();
        limiter.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.True((await second).IsAcquired);
        Assert.False(third.IsCompleted);
        limiter.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.True((await third).IsAcquired);
        Assert.Equal(3, limiter.Granted);
    }

    [Fact]
    public async Task Who_has_given_up_before_asking_takes_nothing()
    {
        using var limiter = new PacedLimiter(Per(1, 60));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => limiter.AskAsync(new CancellationToken(canceled: true)));

        Assert.True(limiter.AskNow().IsAcquired);
    }

    [Fact]
    public async Task Looser_rules_let_those_go_who_wait_and_stricter_ones_refuse_those_who_would_wait_too_long()
    {
        using var limiter = new PacedLimiter(spacing: Every(10), maxWait: 30);
        limiter.AskNow();
        Task<RateLimitLease>[] waiting = [limiter.AskAsync(), limiter.AskAsync(), limiter.AskAsync()];

        limiter.Time.Advance(TimeSpan.FromSeconds(5));
        limiter.Apply(spacing: Every(5), maxWait: 30);
        Assert.True((await waiting[0]).IsAcquired);
        Assert.False(waiting[1].IsCompleted);

        limiter.Apply(spacing: Every(20), maxWait: 30);
        Assert.Equal(TimeSpan.FromSeconds(40), RetryAfter(await waiting[2]));
        Assert.False(waiting[1].IsCompleted);

        limiter.Apply();
        Assert.True((await waiting[1]).IsAcquired);
    }

    [Fact]
    public void What_was_sent_still_counts_after_a_change()
    {
        using var limiter = new PacedLimiter(Per(2, 60), maxWait: 0);
        limiter.AskNow();
        limiter.AskNow();

        limiter.Apply(Per(3, 60), maxWait: 0);
        Assert.True(limiter.AskNow().IsAcquired);
        Assert.False(limiter.AskNow().IsAcquired);
        limiter.Time.Advance(TimeSpan.FromSeconds(30));
        limiter.Apply(Per(1, 60), maxWait: 0);
        Assert.Equal(TimeSpan.FromSeconds(30), RetryAfter(limiter.AskNow()));
    }

    [Fact]
    public async Task Closing_ends_all_waits_and_leaves_no_timer_behind()
    {
        using var time = new LateTimers();
        var limiter = new PacedLimiter(spacing: Every(1), time: time);
        limiter.AskNow();
        Task<RateLimitLease>[] waiting = [limiter.AskAsync(), limiter.AskAsync(), limiter.AskAsync()];
        Assert.Equal(1, time.Alive);

        limiter.Dispose();
        limiter.Dispose();

        Assert.All(await Task.WhenAll(waiting), static lease => Assert.False(lease.IsAcquired));
        Assert.Equal(0, time.Alive);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => limiter.AskAsync());
    }

    [Fact]
    public async Task A_limiter_that_nobody_waits_in_has_no_timer()
    {
        using var time = new LateTimers();
        using var limiter = new PacedLimiter(Per(1, 60), maxWait: 0, time: time);

        await limiter.AskAsync();
        await limiter.AskAsync();

        Assert.Equal(0, time.Alive);
    }

    [Fact]
    public void Statistics_and_idleness_are_told()
    {
        using var limiter = new PacedLimiter(Per(3, 60), Every(1), maxWait: 2);
        limiter.Time.Advance(TimeSpan.FromSeconds(7));
        Assert.Equal(TimeSpan.FromSeconds(7), limiter.Limiter.IdleDuration);
        for (var call = 0; call < 4; call++)
        {
            _ = limiter.AskAsync();
        }

        RateLimiterStatistics statistics = limiter.Limiter.GetStatistics()!;
        Assert.Equal((0, 2, 1, 1), (statistics.CurrentAvailablePermits, statistics.CurrentQueuedCount, statistics.TotalSuccessfulLeases, statistics.TotalFailedLeases));
        Assert.Null(limiter.Limiter.IdleDuration);
        Assert.False(limiter.Limiter.AttemptAcquire(0).IsAcquired);
        Assert.Throws<ArgumentOutOfRangeException>(() => limiter.Limiter.AttemptAcquire(2));

        limiter.Time.Advance(TimeSpan.FromSeconds(1));
        limiter.Time.Advance(TimeSpan.FromSeconds(59));
        limiter.Time.Advance(TimeSpan.FromSeconds(63));
        Assert.Equal(3, limiter.Granted);
        Assert.True(limiter.Limiter.AttemptAcquire(0).IsAcquired);
        Assert.Equal(1, limiter.Limiter.GetStatistics()!.CurrentAvailablePermits);
        Assert.Equal(TimeSpan.FromSeconds(3), limiter.Limiter.IdleDuration);
    }
}
