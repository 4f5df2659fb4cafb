namespace SeoAudit.Client.Reporting;

/// <summary>Whether a run kept to a gate's rules.</summary>
public sealed record QualityGateResult
{
    /// <summary>Whether no rule was violated.</summary>
    public bool IsPassed => Violations.Count == 0;

    /// <summary>Every rule that was violated, in the order of <see cref="QualityGate"/>'s members.</summary>
    public IReadOnlyList<GateViolation> Violations { get; init; } = [];

    /// <summary>The names of the rules that were looked at, violated or not, in the same order.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];
}
