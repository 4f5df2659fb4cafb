namespace SeoAudit.Client.Reporting.Gate.Rules;

internal sealed class ErrorsRule(int max) : GateRule(nameof(QualityGate.MaxErrors), max)
{
    private readonly PageRanking _pages = new();

    public override void Add(PageAuditOutcome outcome)
    {
        if (!outcome.IsSuccess)
        {
            // An error says something about the page; that it was not attempted does not.
            _pages.Add(outcome.Url, outcome.Index, outcome.Status == OutcomeStatus.Failed ? 1 : 0);
        }
    }

    public override GateViolation? Judge(GateRun run) => _pages.Count <= Allowed
        ? null
        : Violated(_pages.Count, _pages, $"{Pages(_pages.Count)} without an audit; the most allowed is {Allowed}.");
}
