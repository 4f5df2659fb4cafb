using System.Text.Json.Serialization;

namespace SeoAudit.Emulator.MetricSpot.Wire;

internal sealed record MetricSpotCreated(MetricSpotAudit Audit);

internal sealed record MetricSpotAudit(
    long Id,
    string Domain,
    string Url,
    string Status,
    int? Score,
    string CreatedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MetricSpotRaw? Raw = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Error = null);

internal sealed record MetricSpotRaw(IReadOnlyDictionary<string, int> ModuleScores);

internal sealed record MetricSpotEnvelope(
    MetricSpotAudit Audit, IReadOnlyList<MetricSpotFinding> Findings, string Plan, MetricSpotCooldown? Cooldown);

internal sealed record MetricSpotCooldown(string RetryAt);

internal sealed record MetricSpotFinding(
    string Module,
    string RuleId,
    bool Passed,
    string Severity,
    string Title,
    string? Recommendation,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string?>? Data);

internal sealed record MetricSpotList(IReadOnlyList<MetricSpotRow> Audits);

internal sealed record MetricSpotRow(
    long Id, string Domain, string Url, string Status, int? Score, int? DisplayPosition, string CreatedAt);
