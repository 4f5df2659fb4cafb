using SeoAudit.Client.MetricSpot;

namespace SeoAudit.Client.Reporting.Gate.Rules;

internal sealed class SeverityRule(string severity, int max) : GateRule($"{nameof(QualityGate.MaxFailedChecks)}[{severity}]", max)
{
    private static readonly string[] Documented =
        [FindingSeverity.Info.Value, FindingSeverity.Minor.Value, FindingSeverity.Major.Value, FindingSeverity.Critical.Value];

    private readonly PageRanking _pages = new();
    private long _failed;
    private bool _hasSeverities;
    private bool _hasThisSeverity;

    public override void Add(PageAuditOutcome outcome)
    {
        int failed = 0;
        foreach (PageCheck check in outcome.Audit?.Checks ?? [])
        {
            if (check is not null && !string.IsNullOrEmpty(check.Severity))
            {
                _hasSeverities = true;
                bool isIt = string.Equals(check.Severity, severity, StringComparison.OrdinalIgnoreCase);
                _hasThisSeverity |= isIt;
                failed += isIt && check.Status == CheckStatus.Failed ? 1 : 0;
            }
        }

        if (failed > 0)
        {
            _failed += failed;
            _pages.Add(outcome.Url, outcome.Index, failed);
        }
    }

    public override GateViolation? Judge(GateRun run)
    {
        if (!_hasSeverities)
        {
            return Unjudged("No check of the run has a severity. The service may grade none.");
        }

        if (!_hasThisSeverity && !Documented.Contains(severity, StringComparer.OrdinalIgnoreCase))
        {
            return Unjudged($"No check of the run has this severity. Its name may be misspelt; MetricSpot documents {string.Join(", ", Documented)}.");
        }

        return _failed <= Allowed
            ? null
            : Violated(_failed, _pages, $"{_failed} checks of this severity failed on {Pages(_pages.Count)}; the most allowed is {Allowed}.");
    }
}
