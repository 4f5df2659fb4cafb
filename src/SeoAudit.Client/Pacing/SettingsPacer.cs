using System.Threading.RateLimiting;
using SeoAudit.Client.Http;

namespace SeoAudit.Client.Pacing;

/// <summary>Paces as the settings say, read on every call.</summary>
internal sealed class SettingsPacer(ServiceProfile profile, TimeProvider time) : ServicePacer(profile, time)
{
    private readonly Lazy<WindowRateLimiter> _limiter = new(() => new WindowRateLimiter(time));

    // Once there is a limiter, calls may be waiting in it that a change of the settings sets free.
    public override bool Paces(ServiceOptions options) => _limiter.IsValueCreated || !options.Pacing.LimitNothing;

    protected override WindowRateLimiter Limiter(ServiceOptions options)
    {
        _limiter.Value.Apply(options.Pacing);
        return _limiter.Value;
    }

    protected override AuditQuota Counted(ServiceOptions options) =>
        Paces(options) && Limiter(options).Quota() is { } quota
            ? new AuditQuota { Service = Service, Limit = quota.Limit, Remaining = quota.Remaining, ResetsAt = quota.ResetsAt }
            : new AuditQuota { Service = Service };

    protected override void Close() => _limiter.Value.Dispose();
}
