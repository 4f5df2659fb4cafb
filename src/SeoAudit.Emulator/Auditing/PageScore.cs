namespace SeoAudit.Emulator.Auditing;

internal static class PageScore
{
    /// <summary>The weighted share of passed checks, 0–100; a warning counts half.</summary>
    public static int Of(IReadOnlyCollection<CheckResult> checks)
    {
        int total = checks.Sum(check => check.Weight);
        double earned = checks.Sum(check => check.Weight * Share(check.Outcome));
        return total == 0 ? 0 : (int)Math.Round(100 * earned / total, MidpointRounding.AwayFromZero);
    }

    private static double Share(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Passed => 1,
        CheckOutcome.Warning => 0.5,
        _ => 0,
    };
}
