using System.Threading.RateLimiting;
using SeoAudit.Client.AspNetCore.Webhooks;

namespace SeoAudit.Client.AspNetCore.Tests.Webhooks;

public sealed class LookupLimitTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task So_many_run_at_a_time_ten_times_as_many_wait_and_more_are_refused()
    {
        using var limit = new LookupLimit(perMinute: 1_000, concurrency: 2);
        RateLimitLease first = await limit.AcquireAsync(Stop);
        RateLimitLease second = await limit.AcquireAsync(Stop);
        Task<RateLimitLease>[] waiting = [.. Enumerable.Range(0, 20).Select(_ => limit.AcquireAsync(Stop).AsTask())];
        using RateLimitLease refused = await limit.AcquireAsync(Stop);

        Assert.True(first.IsAcquired && second.IsAcquired);
        Assert.All(waiting, static wait => Assert.False(wait.IsCompleted));
        Assert.False(refused.IsAcquired);

        first.Dispose();
        second.Dispose();
        foreach (Task<RateLimitLease> wait in waiting)
        {
            using RateLimitLease lease = await wait.WaitAsync(TimeSpan.FromSeconds(60), Stop);
            Assert.True(lease.IsAcquired);
        }
    }

    [Fact]
    public async Task Who_gives_up_leaves_the_queue()
    {
        using var limit = new LookupLimit(perMinute: 1_000, concurrency: 1);
        using RateLimitLease running = await limit.AcquireAsync(Stop);
        using var gone = new CancellationTokenSource();
        Task<RateLimitLease> waiting = limit.AcquireAsync(gone.Token).AsTask();

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }
}
