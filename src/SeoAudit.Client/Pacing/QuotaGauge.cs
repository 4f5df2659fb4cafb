using System.Diagnostics.Metrics;
using SeoAudit.Client.Http;

namespace SeoAudit.Client.Pacing;

/// <summary>Reports what is left of an account's quotas as a metric, where somebody measures.</summary>
internal static class QuotaGauge
{
    public const string Name = "seoaudit.quota.remaining";

    /// <param name="meters">Where meters come from.</param>
    /// <param name="registration">The account's name; empty for the only one.</param>
    /// <param name="accounts">The account at each service.</param>
    public static void Add(IMeterFactory meters, string registration, IReadOnlyList<ServiceAccount> accounts) =>
        meters.Create(SeoAuditTelemetry.MeterName).CreateObservableGauge(
            Name,
            () => accounts.SelectMany(account => Measure(account, registration)),
            unit: "{audit}",
            description: "Audits that may still be sent in the current period.");

    private static IEnumerable<Measurement<long>> Measure(ServiceAccount account, string registration)
    {
        if (Remaining(account) is not { } remaining)
        {
            yield break;
        }

        var service = new KeyValuePair<string, object?>(SeoAuditTelemetry.ServiceTag, account.Profile.Service.ToString());
        yield return registration.Length == 0
            ? new Measurement<long>(remaining, service)
            : new Measurement<long>(remaining, service, new KeyValuePair<string, object?>(SeoAuditTelemetry.AccountTag, registration));
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
