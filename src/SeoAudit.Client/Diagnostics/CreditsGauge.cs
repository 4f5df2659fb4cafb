using System.Diagnostics.Metrics;

namespace SeoAudit.Client.Diagnostics;

/// <summary>Reports the credits that an account had when it last asked, as a metric, where somebody measures.</summary>
internal static class CreditsGauge
{
    /// <param name="meters">Where meters come from.</param>
    /// <param name="registration">The account's name; empty for the only one.</param>
    /// <param name="credits">What it was told.</param>
    public static void Add(IMeterFactory meters, string registration, CreditsSeen credits) =>
        meters.Create(SeoAuditTelemetry.MeterName).CreateObservableGauge(
            Instruments.CreditsRemaining.Name,
            () => Measure(credits, registration),
            Instruments.CreditsRemaining.Unit,
            Instruments.CreditsRemaining.Description);

    private static IEnumerable<Measurement<long>> Measure(CreditsSeen credits, string registration)
    {
        if (credits.Balance is { } balance)
        {
            yield return MeterExtensions.OfAccount(balance, AuditService.Seogent, registration);
        }
    }
}
