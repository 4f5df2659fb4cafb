namespace SeoAudit.Client.Reporting;

/// <summary>Holds a run against a gate, outcome by outcome. Memory grows with the number of pages only where there is a baseline. Not for several threads at once.</summary>
public sealed class QualityGateEvaluator
{
    /// <summary>Begins.</summary>
    /// <param name="gate">The rules.</param>
    /// <param name="baseline">The earlier run; needed by the rules about it.</param>
    /// <param name="comparison">How pages are matched with it; null for the defaults.</param>
    /// <exception cref="ArgumentException">A rule is out of range, or needs a baseline and there is none; the message names it.</exception>
    public QualityGateEvaluator(QualityGate gate, AuditSnapshot? baseline = null, ComparisonOptions? comparison = null) => throw new NotSupportedException();

    /// <summary>Takes one outcome into account.</summary>
    /// <param name="outcome">The outcome.</param>
    public void Add(PageAuditOutcome outcome) => throw new NotSupportedException();

    /// <summary>The verdict on what came so far; more can be added afterwards. A run without any pages violates every rule that asks for a score.</summary>
    /// <returns>The verdict.</returns>
    public QualityGateResult Evaluate() => throw new NotSupportedException();
}
