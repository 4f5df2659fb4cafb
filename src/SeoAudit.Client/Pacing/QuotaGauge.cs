using System.Diagnostics.Metrics;
using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Http;

namespace SeoAudit.Client.Pacing;

/// <summary>Reports what is left of an account's quotas as a metric, where somebody measures.</summary>
internal static class QuotaGauge
{
    /// <param name="meters">Where meters come from.</param>
    /// <param name="registration">The account's name; empty for the only one.</param>
    /// <param name="accounts">The account at each service.</param>
    public static void Add(IMeterFactory meters, string registration, IReadOnlyList<ServiceAccount> accounts) =>
        meters.Create(SeoAuditTelemetry.MeterName).CreateObservableGauge(
            Instruments.QuotaRemaining.Name,
            () => accounts.SelectMany(account => Measure(account, registration)),
            Instruments.QuotaRemaining.Unit,
            Instruments.QuotaRemaining.Description);

    private static IEnumerable<Measurement<long>> Measure(ServiceAccount account, string registration)
    {
        if (Remaining(account) is not { } remaining)
        {
            yield break;
        }

        yield return MeterExtensions.OfAccount(remaining, account.Profile.Service, registration);
    }

    private static long? Remaining(ServiceAccount account)
    {
        try
        {
            return account.Quota().Remaining;
        }
        catch (SeoAuditException)
        {
            // Settings that a reload broke are the callers' to hear of.
            return null;
        }
    }
}
