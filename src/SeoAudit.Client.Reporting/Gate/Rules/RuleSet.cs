namespace SeoAudit.Client.Reporting.Gate.Rules;

/// <summary>Makes the rules that a gate sets, in the order of its members.</summary>
internal static class RuleSet
{
    public static List<GateRule> Of(QualityGate gate)
    {
        var rules = new List<GateRule>();
        Add(gate.MinAverageScore, static min => new AverageScoreRule(min));
        Add(gate.MinPageScore, static min => new PageScoreRule(min));
        Add(gate.MaxFailedPages, static max => new FailedPagesRule(max));
        Add(gate.MaxErrors, static max => new ErrorsRule(max));
        rules.AddRange(gate.RequiredChecks.Select(static check => new RequiredCheckRule(check)));
        Add(gate.MaxLcp, static max => new VitalRule(nameof(QualityGate.MaxLcp), "Largest Contentful Paint", " ms", max.TotalMilliseconds, static vitals => vitals.Lcp?.TotalMilliseconds));
        Add(gate.MaxCls, static max => new VitalRule(nameof(QualityGate.MaxCls), "Cumulative Layout Shift", string.Empty, max, static vitals => vitals.Cls));
        Add(gate.MaxInp, static max => new VitalRule(nameof(QualityGate.MaxInp), "Interaction to Next Paint", " ms", max.TotalMilliseconds, static vitals => vitals.Inp?.TotalMilliseconds));
        Add(gate.MaxScoreDrop, static max => new ScoreDropRule(max));
        Add(gate.MaxAverageDrop, static max => new AverageDropRule(max));
        rules.AddRange(gate.MaxFailedChecks
            .OrderBy(static budget => budget.Key, StringComparer.OrdinalIgnoreCase)
            .Select(static budget => new SeverityRule(budget.Key, budget.Value)));
        return rules;

        void Add<T>(T? limit, Func<T, GateRule> create)
            where T : struct
        {
            if (limit is { } value)
            {
                rules.Add(create(value));
            }
        }
    }
}
