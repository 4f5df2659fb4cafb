using System.Text.Json.Serialization;

namespace SeoAudit.Emulator.MetricSpot.Wire;

internal sealed record MetricSpotError(
    string Error,
    string Message,
    string Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RetryAt = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MetricSpotCooldown? Cooldown = null);
