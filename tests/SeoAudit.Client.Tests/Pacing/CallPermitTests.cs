using System.Threading.RateLimiting;
using SeoAudit.Client.Pacing;

namespace SeoAudit.Client.Tests.Pacing;

public sealed class CallPermitTests : IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(new() { PermitLimit = 3, QueueLimit = 0 });

    private long Free => _limiter.GetStatistics()!.CurrentAvailablePermits;

    public void Dispose() => _limiter.Dispose();

    [Fact]
    public void It_is_held_until_the_call_ends()
    {
        var permit = new CallPermit();
        Assert.False(permit.IsHeld);

        permit.Hold(_limiter.AttemptAcquire());

        Assert.Equal((true, 2), (permit.IsHeld, Free));
        permit.Dispose();
        permit.Dispose();
        Assert.Equal((false, 3), (permit.IsHeld, Free));
    }

    [Fact]
    public void One_more_than_is_needed_is_given_back()
    {
        using var permit = new CallPermit();
        permit.Hold(_limiter.AttemptAcquire());

        permit.Hold(_limiter.AttemptAcquire());

        Assert.Equal(2, Free);
    }

    [Fact]
    public void One_that_comes_when_the_call_has_ended_is_given_back()
    {
        var permit = new CallPermit();
        permit.Dispose();

        permit.Hold(_limiter.AttemptAcquire());

        Assert.Equal((false, 3), (permit.IsHeld, Free));
    }
}
