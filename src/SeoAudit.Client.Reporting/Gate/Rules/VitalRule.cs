namespace SeoAudit.Client.Reporting.Gate.Rules;

/// <summary>A limit of one of the Core Web Vitals.</summary>
/// <param name="member">The rule's member of the gate.</param>
/// <param name="vital">The vital's name.</param>
/// <param name="unit">What stands behind a number, with its space; empty where the vital has no unit.</param>
/// <param name="max">The limit.</param>
/// <param name="valueOf">The measurement; null where there is none.</param>
internal sealed class VitalRule(string member, string vital, string unit, double max, Func<CoreWebVitals, double?> valueOf) : GateRule(member, max)
{
    private readonly PageRanking _pages = new();
    private bool _isMeasured;

    public override void Add(PageAuditOutcome outcome)
    {
        if (outcome.Audit?.CoreWebVitals is { } vitals && valueOf(vitals) is { } value && !double.IsNaN(value))
        {
            _isMeasured = true;
            if (value > Allowed)
            {
                _pages.Add(outcome.Url, outcome.Index, value);
            }
        }
    }

    public override GateViolation? Judge(GateRun run)
    {
        if (!_isMeasured)
        {
            return Unjudged($"No page of the run has a measurement of {vital}. The service may not measure it.");
        }

        return _pages.Count == 0
            ? null
            : Violated(_pages.Greatest, _pages, $"{vital} is above {Allowed}{unit} on {Pages(_pages.Count)}; the greatest is {_pages.Greatest}{unit}.");
    }
}
