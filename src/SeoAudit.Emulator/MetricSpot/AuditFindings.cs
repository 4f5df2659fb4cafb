using SeoAudit.Emulator.MetricSpot.Wire;

namespace SeoAudit.Emulator.MetricSpot;

/// <summary>What an audit found; the scores of the whole and of each of the eleven modules are 0–100.</summary>
internal sealed record AuditFindings(
    int Score, IReadOnlyDictionary<string, int> ModuleScores, IReadOnlyList<MetricSpotFinding> Findings);
