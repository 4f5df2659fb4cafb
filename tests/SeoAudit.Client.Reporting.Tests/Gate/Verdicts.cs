namespace SeoAudit.Client.Reporting.Tests.Gate;

internal static class Verdicts
{
    public static QualityGateResult Of(QualityGate gate, params PageAuditOutcome[] outcomes) => Of(gate, baseline: null, outcomes);

    public static QualityGateResult Of(QualityGate gate, AuditSnapshot? baseline, params PageAuditOutcome[] outcomes)
    {
        var evaluator = new QualityGateEvaluator(gate, baseline);
        foreach (PageAuditOutcome outcome in outcomes)
        {
            evaluator.Add(outcome);
        }

        return evaluator.Evaluate();
    }

    public static string[] UrlsOf(GateViolation violation) => [.. violation.Pages.Select(static url => url.AbsoluteUri)];

    public static string[] RulesOf(QualityGateResult result) => [.. result.Violations.Select(static violation => violation.Rule)];

    public static PageAuditOutcome Measured(string url, CoreWebVitals? vitals, int index = 0)
    {
        var audit = new PageAudit { Url = new Uri(url), Service = AuditService.Seogent, Score = 80, CoreWebVitals = vitals };
        return PageAuditOutcome.Succeeded(audit.Url, audit, index);
    }
}
