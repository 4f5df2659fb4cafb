using System.Threading.RateLimiting;

namespace SeoAudit.Client.AspNetCore.Webhooks;

/// <summary>Bounds how often webhooks make this app call SEOgent, however many come.</summary>
internal sealed class LookupLimit : IDisposable
{
    private readonly RateLimiter _perMinute;
    private readonly RateLimiter _concurrency;

    public LookupLimit(int perMinute, int concurrency)
    {
        _perMinute = new FixedWindowRateLimiter(new FixedWindowRateLimiterOptions
        {
            PermitLimit = perMinute,
            Window = TimeSpan.FromMinutes(1),
        });
        _concurrency = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = concurrency, QueueLimit = concurrency * 10 });
    }

    /// <summary>Asks for a look-up, and waits for one of those that may run at a time.</summary>
    /// <returns>The leave to look up, to be disposed when it is over.</returns>
    public async ValueTask<RateLimitLease> AcquireAsync(CancellationToken cancellationToken)
    {
        RateLimitLease window = _perMinute.AttemptAcquire();
        return window.IsAcquired ? await _concurrency.AcquireAsync(1, cancellationToken).ConfigureAwait(false) : window;
    }

    public void Dispose()
    {
        _perMinute.Dispose();
        _concurrency.Dispose();
    }
}
