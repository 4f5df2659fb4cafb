namespace SeoAudit.Client.Reporting.Gate.Rules;

internal sealed class ScoreDropRule(double max) : GateRule(nameof(QualityGate.MaxScoreDrop), max)
{
    public override GateViolation? Judge(GateRun run)
    {
        if (run.Comparison is not { ComparedPages: > 0 } comparison)
        {
            return Unjudged("No page of the run has a score that can be compared with the baseline.");
        }

        var pages = new PageRanking();
        foreach (PageChange change in comparison.Worse)
        {
            if (-change.ScoreDelta is { } drop && drop > Allowed)
            {
                // A snapshot knows no places of the input: of equal falls, the order is that of the addresses.
                pages.Add(change.After.Url, index: 0, drop);
            }
        }

        return pages.Count == 0
            ? null
            : Violated(pages.Greatest, pages, $"{Pages(pages.Count)} fell by more than {Allowed} points against the baseline; the greatest fall is {pages.Greatest}.");
    }
}
