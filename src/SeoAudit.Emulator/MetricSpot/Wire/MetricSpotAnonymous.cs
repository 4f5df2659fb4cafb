namespace SeoAudit.Emulator.MetricSpot.Wire;

internal sealed record MetricSpotAnonymous(MetricSpotAnonymousAudit Audit);

internal sealed record MetricSpotAnonymousAudit(
    string Url,
    string Domain,
    int TotalScore,
    IReadOnlyDictionary<string, int> ModuleScores,
    IReadOnlyList<MetricSpotFinding> Rules);
