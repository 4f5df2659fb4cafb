using System.Threading.RateLimiting;
using SeoAudit.Client.Pacing;
using static SeoAudit.Client.Tests.Pacing.PacedLimiter;

namespace SeoAudit.Client.Tests.Pacing;

public sealed class ConcurrentPacingTests
{
    private const int Callers = 64;

    [Fact]
    public void No_window_ever_sees_too_many_whatever_64_callers_do()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var random = new Random(seed);
            var quota = new PacingRule("Quota", random.Next(1, 20), TimeSpan.FromMilliseconds(random.Next(50, 1_000)));
            var spacing = new PacingRule("Spacing", random.Next(1, 3), TimeSpan.FromMilliseconds(random.Next(1, 100)));
            using var limiter = new PacedLimiter(quota, spacing, maxWait: random.NextDouble() * 3, queue: random.Next(1, 100));

            List<long> granted = Run(limiter, random, out int asked, out List<Task<RateLimitLease>> answers);

            Assert.NotEmpty(granted);
            AssertHolds(quota, granted, seed);
            AssertHolds(spacing, granted, seed);
            Assert.Equal(asked, answers.Count(static answer => answer.IsCompleted));
            Assert.Equal(granted.Count, answers.Count(static answer => answer.IsCompletedSuccessfully && answer.Result.IsAcquired));
            Assert.Equal(0, limiter.Queued);
        }
    }

    [Fact]
    public async Task Callers_at_the_same_instant_get_as_many_permits_as_there_are()
    {
        using var limiter = new PacedLimiter(Per(10, 1), queue: 30);
        using var start = new Barrier(Callers);
        Task<RateLimitLease>[] asked = [.. Enumerable.Range(0, Callers).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return limiter.AskAsync();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap())];

        while (limiter.Queued < 30 || limiter.Limiter.GetStatistics()!.TotalFailedLeases < Callers - 40)
        {
            await Task.Yield();
        }

        Assert.Equal(10, limiter.Granted);
        for (var second = 1; second <= 3; second++)
        {
            limiter.Time.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(10 * (second + 1), limiter.Granted);
        }

        RateLimitLease[] leases = await Task.WhenAll(asked);
        Assert.Equal(40, leases.Count(static lease => lease.IsAcquired));
    }

    // All happens at whole milliseconds, so that the count after each says exactly when a permit was taken.
    private static List<long> Run(PacedLimiter limiter, Random random, out int asked, out List<Task<RateLimitLease>> answers)
    {
        List<long> granted = [];
        List<Task<RateLimitLease>> given = [];
        List<CancellationTokenSource> stops = [];
        for (long now = 0; now < 6_000; now++)
        {
            if (now < 2_000 && random.Next(20) == 0)
            {
                CancellationTokenSource[] own = [.. Enumerable.Range(0, random.Next(1, Callers)).Select(static _ => new CancellationTokenSource())];
                stops.AddRange(own);
                Parallel.ForEach(own, stop =>
                {
                    Task<RateLimitLease> answer = limiter.AskAsync(stop.Token);
                    lock (given)
                    {
                        given.Add(answer);
                    }
                });
            }

            if (stops.Count > 0 && random.Next(5) == 0)
            {
                stops[random.Next(stops.Count)].Cancel();
            }

            granted.AddRange(Enumerable.Repeat(now, limiter.Granted - granted.Count));
            limiter.Time.Advance(TimeSpan.FromMilliseconds(1));
            granted.AddRange(Enumerable.Repeat(now + 1, limiter.Granted - granted.Count));
        }

        asked = stops.Count;
        answers = given;
        stops.ForEach(static stop => stop.Dispose());
        return granted;
    }

    private static void AssertHolds(PacingRule rule, List<long> granted, int seed)
    {
        for (var index = rule.Permits; index < granted.Count; index++)
        {
            long apart = granted[index] - granted[index - rule.Permits];
            Assert.True(
                apart >= rule.Period!.Value.TotalMilliseconds,
                $"Seed {seed}: {rule.Permits + 1} within {apart} ms, where {rule} holds.");
        }
    }
}
