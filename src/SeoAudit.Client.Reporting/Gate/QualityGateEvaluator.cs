using SeoAudit.Client.Reporting.Gate;
using SeoAudit.Client.Reporting.Gate.Rules;

namespace SeoAudit.Client.Reporting;

/// <summary>
/// Holds a run against a gate, outcome by outcome. Memory grows with the number of pages only where a rule compares them with a
/// baseline. Not for several threads at once.
/// </summary>
public sealed class QualityGateEvaluator
{
    private readonly BulkAuditReportBuilder _report = new(new BulkReportOptions { WorstPages = 0, CommonestChecks = 0 });
    private readonly List<GateRule> _rules;
    private readonly AuditSnapshot? _baseline;
    private readonly ComparisonOptions? _comparison;
    private readonly AuditSnapshotBuilder? _pages;

    /// <summary>Begins.</summary>
    /// <param name="gate">The rules.</param>
    /// <param name="baseline">The earlier run; needed by the rules about it.</param>
    /// <param name="comparison">How pages are matched with it; null for the defaults.</param>
    /// <exception cref="ArgumentException">A rule is out of range, or needs a baseline and there is none; the message names all of these.</exception>
    public QualityGateEvaluator(QualityGate gate, AuditSnapshot? baseline = null, ComparisonOptions? comparison = null)
    {
        ArgumentNullException.ThrowIfNull(gate);
        Check(gate, baseline);
        _rules = RuleSet.Of(gate);
        _baseline = baseline;
        _comparison = comparison;
        _pages = gate.NeedsBaseline ? new AuditSnapshotBuilder() : null;
    }

    /// <summary>Takes one outcome into account.</summary>
    /// <param name="outcome">The outcome.</param>
    public void Add(PageAuditOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        _report.Add(outcome);
        _pages?.Add(outcome);
        foreach (GateRule rule in _rules)
        {
            rule.Add(outcome);
        }
    }

    /// <summary>The verdict on what came so far; more can be added afterwards. A run without any pages violates every rule.</summary>
    /// <returns>The verdict.</returns>
    public QualityGateResult Evaluate()
    {
        var run = new GateRun(_report.Build(), Compare());
        return new QualityGateResult
        {
            Rules = [.. _rules.Select(static rule => rule.Name)],
            Violations = [.. _rules.Select(rule => run.Report.Total == 0 ? rule.Unjudged("The run has no pages.") : rule.Judge(run)).OfType<GateViolation>()],
        };
    }

    /// <summary>What changed against the baseline so far; null unless a rule asks for it.</summary>
    internal AuditComparison? Compare() =>
        _pages is not null && _baseline is not null ? AuditComparison.Between(_baseline, _pages.Build(), _comparison) : null;

    private static void Check(QualityGate gate, AuditSnapshot? baseline)
    {
        List<string> faults = [.. GateValidation.FaultsOf(gate, static name => name)];
        if (baseline is null)
        {
            string[] about = [gate.MaxScoreDrop is null ? string.Empty : nameof(QualityGate.MaxScoreDrop), gate.MaxAverageDrop is null ? string.Empty : nameof(QualityGate.MaxAverageDrop)];
            faults.AddRange(about.Where(static name => name.Length > 0).Select(static name => $"{name} needs a baseline, and there is none"));
        }

        if (faults.Count > 0)
        {
            throw new ArgumentException($"The quality gate is not valid: {string.Join("; ", faults)}.", nameof(gate));
        }
    }
}
