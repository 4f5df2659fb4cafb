namespace SeoAudit.Client.Reporting.Gate.Rules;

internal sealed class FailedPagesRule(int max) : GateRule(nameof(QualityGate.MaxFailedPages), max)
{
    private readonly PageRanking _pages = new();

    public override void Add(PageAuditOutcome outcome)
    {
        if (!outcome.IsPassed)
        {
            // A page without an audit is worse than any score.
            _pages.Add(outcome.Url, outcome.Index, outcome.Audit is not { } audit ? double.MaxValue : double.IsFinite(audit.Score) ? -audit.Score : 0);
        }
    }

    public override GateViolation? Judge(GateRun run) => _pages.Count <= Allowed
        ? null
        : Violated(_pages.Count, _pages, $"{Pages(_pages.Count)} failed; the most allowed is {Allowed}.");
}
