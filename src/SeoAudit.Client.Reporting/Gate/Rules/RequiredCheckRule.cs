namespace SeoAudit.Client.Reporting.Gate.Rules;

internal sealed class RequiredCheckRule(string check) : GateRule($"{nameof(QualityGate.RequiredChecks)}[{check}]", allowed: null)
{
    private readonly PageRanking _pages = new();
    private bool _isReported;

    public override void Add(PageAuditOutcome outcome)
    {
        if (outcome.Audit is not { } audit)
        {
            return;
        }

        bool isFailed = false;
        foreach (PageCheck reported in audit.Checks)
        {
            if (reported is not null && IsIt(reported))
            {
                _isReported = true;
                isFailed |= reported.Status == CheckStatus.Failed;
            }
        }

        if (isFailed)
        {
            _pages.Add(outcome.Url, outcome.Index, double.IsFinite(audit.Score) ? -audit.Score : 0);
        }
    }

    public override GateViolation? Judge(GateRun run)
    {
        if (!_isReported)
        {
            return Unjudged("No page of the run reports this check. Its name may be misspelt, or the service may not have it.");
        }

        return _pages.Count == 0 ? null : Violated(_pages.Count, _pages, $"{Pages(_pages.Count)} failed this check.");
    }

    private bool IsIt(PageCheck reported) =>
        string.Equals(reported.Key, check, StringComparison.OrdinalIgnoreCase) || string.Equals(reported.Name, check, StringComparison.OrdinalIgnoreCase);
}
