using System.Threading.RateLimiting;
using SeoAudit.Client.Http;

namespace SeoAudit.Client.Pacing;

/// <summary>Paces as a limiter of the app says, which stays the app's.</summary>
internal sealed class SuppliedPacer(ServiceProfile profile, TimeProvider time, Func<RateLimiter> supply) : ServicePacer(profile, time)
{
    private object? _gate;
    private RateLimiter? _limiter;

    public override bool Paces(ServiceOptions options) => true;

    // Asked for again when asking failed.
    protected override RateLimiter Limiter(ServiceOptions options) => LazyInitializer.EnsureInitialized(ref _limiter, ref _gate, supply);

    protected override AuditQuota Counted(ServiceOptions options) => new()
    {
        Service = Service,
        Remaining = Available(options),
    };

    protected override void Close()
    {
    }

    private long? Available(ServiceOptions options)
    {
        try
        {
            return Limiter(options).GetStatistics()?.CurrentAvailablePermits;
        }
        catch (Exception)
        {
            // What a limiter cannot tell is not known; the calls that it fails say why.
            return null;
        }
    }
}
