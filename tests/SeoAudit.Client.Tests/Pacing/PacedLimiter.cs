using System.Threading.RateLimiting;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Pacing;

namespace SeoAudit.Client.Tests.Pacing;

/// <summary>A limiter on a clock that only the test moves, in which calls can be told apart.</summary>
internal sealed class PacedLimiter : IDisposable
{
    public PacedLimiter(PacingRule? quota = null, PacingRule? spacing = null, double maxWait = 60, int queue = 1_000, FakeTimeProvider? time = null)
    {
        Time = time ?? new FakeTimeProvider(new DateTimeOffset(2026, 3, 29, 10, 0, 0, TimeSpan.Zero));
        Limiter = new WindowRateLimiter(Time);
        Apply(quota, spacing, maxWait, queue);
    }

    public FakeTimeProvider Time { get; }

    public WindowRateLimiter Limiter { get; }

    public int Queued => (int)Limiter.GetStatistics()!.CurrentQueuedCount;

    public int Granted => (int)Limiter.GetStatistics()!.TotalSuccessfulLeases;

    public static PacingRule Per(int permits, double seconds) => new("Quota", permits, TimeSpan.FromSeconds(seconds));

    public static PacingRule Every(double seconds) => new("Spacing", 1, TimeSpan.FromSeconds(seconds));

    public static PacingRule PerMonth(int permits) => new("MonthlyQuota", permits, Period: null);

    public void Apply(PacingRule? quota = null, PacingRule? spacing = null, double maxWait = 60, int queue = 1_000) => Limiter.Apply(new PacingRules
    {
        Section = "Test",
        Quota = quota,
        Spacing = spacing,
        MaxWait = TimeSpan.FromSeconds(maxWait),
        QueueLimit = queue,
    });

    public Task<RateLimitLease> AskAsync(CancellationToken cancellationToken = default) =>
        Limiter.AcquireAsync(permitCount: 1, cancellationToken).AsTask();

    /// <summary>The answer to someone who must not have to wait for it.</summary>
    public RateLimitLease AskNow()
    {
        Task<RateLimitLease> asked = AskAsync();
        Assert.True(asked.IsCompletedSuccessfully);
        return asked.Result;
    }

    public static TimeSpan RetryAfter(RateLimitLease lease)
    {
        Assert.False(lease.IsAcquired);
        Assert.True(lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan retryAfter));
        return retryAfter;
    }

    /// <summary>The seconds after which each of so many calls, made at once, is let go.</summary>
    public List<double> Schedule(int calls, double seconds, double step = 0.001)
    {
        DateTimeOffset start = Time.GetUtcNow();
        int before = Granted;
        var asked = Enumerable.Range(0, calls).Select(_ => AskAsync()).ToList();
        List<double> moments = [];
        while (true)
        {
            moments.AddRange(Enumerable.Repeat((Time.GetUtcNow() - start).TotalSeconds, Granted - before - moments.Count));
            if (Time.GetUtcNow() - start >= TimeSpan.FromSeconds(seconds))
            {
                return moments;
            }

            Time.Advance(TimeSpan.FromSeconds(step));
        }
    }

    public void Dispose() => Limiter.Dispose();
}
