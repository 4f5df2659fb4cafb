namespace SeoAudit.Client.Reporting.Gate.Rules;

internal sealed class AverageScoreRule(double min) : GateRule(nameof(QualityGate.MinAverageScore), min)
{
    public override GateViolation? Judge(GateRun run) => run.Report.AverageScore >= Allowed
        ? null
        : Violated(run.Report.AverageScore, pages: null, $"The average score is {run.Report.AverageScore}, below the minimum of {Allowed}.");
}
