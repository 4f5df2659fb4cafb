using System.Threading.RateLimiting;
using SeoAudit.Client.Http;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Pacing;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;

namespace SeoAudit.Client.DependencyInjection;

/// <summary>Makes what paces the audits of one account.</summary>
internal static class AccountPacers
{
    /// <param name="time">The clock.</param>
    /// <param name="supplied">The app's own limiter of a service; null for none.</param>
    public static PacerSet Create(TimeProvider time, Func<AuditService, Func<RateLimiter>?>? supplied = null)
    {
        return new PacerSet(Pacer(SeoPeekProfile.Instance), Pacer(SeogentProfile.Instance), Pacer(MetricSpotProfile.Instance));

        ServicePacer Pacer(ServiceProfile profile) =>
            profile.Service is { } service && supplied?.Invoke(service) is { } limiter
                ? new SuppliedPacer(profile, time, limiter)
                : new SettingsPacer(profile, time);
    }

    /// <summary>Those of a registration, with the limiters that the app supplies to it.</summary>
    public static PacerSet Create(IServiceProvider provider, RegistrationState state) =>
        Create(ServiceHttpClient.Clock(provider), service =>
            state.Limiters.TryGetValue(service, out Func<IServiceProvider, RateLimiter>? limiter) ? () => limiter(provider) : null);
}
