namespace SeoAudit.Client.Reporting.Gate.Rules;

internal sealed class AverageDropRule(double max) : GateRule(nameof(QualityGate.MaxAverageDrop), max)
{
    public override GateViolation? Judge(GateRun run)
    {
        if (run.Comparison is not { AverageDelta: { } delta } comparison)
        {
            return Unjudged("No page of the run has a score that can be compared with the baseline.");
        }

        return -delta <= Allowed
            ? null
            : Violated(
                -delta,
                pages: null,
                $"The average over the pages of both runs fell by {-delta} points, from {comparison.AverageBefore} to {comparison.AverageAfter}; the most allowed is {Allowed}.");
    }
}
