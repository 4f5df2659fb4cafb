namespace SeoAudit.Client.Reporting.Gate;

/// <summary>What is known of a whole run when a gate judges it.</summary>
/// <param name="Report">The counts and averages.</param>
/// <param name="Comparison">What changed against the baseline; null unless a rule asks for it.</param>
internal sealed record GateRun(BulkAuditReport Report, AuditComparison? Comparison);
