namespace SeoAudit.Client.Reporting.Gate.Rules;

internal sealed class PageScoreRule(double min) : GateRule(nameof(QualityGate.MinPageScore), min)
{
    private readonly PageRanking _pages = new();

    public override void Add(PageAuditOutcome outcome)
    {
        // What is no number is below every minimum.
        if (outcome.Audit is { } audit && !(audit.Score >= Allowed))
        {
            _pages.Add(outcome.Url, outcome.Index, double.IsFinite(audit.Score) ? -audit.Score : 0);
        }
    }

    public override GateViolation? Judge(GateRun run)
    {
        if (run.Report.Audited == 0)
        {
            return Unjudged("No page of the run has a score.");
        }

        return _pages.Count == 0
            ? null
            : Violated(-_pages.Greatest + 0.0, _pages, $"{Pages(_pages.Count)} below the minimum score of {Allowed}; the lowest score is {-_pages.Greatest + 0.0}.");
    }
}
