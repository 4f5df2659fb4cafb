using System.Text.Json.Serialization;

namespace SeoAudit.Client.Jobs;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(JsonStringEnumConverter<AuditService>),
        typeof(JsonStringEnumConverter<OutcomeOrder>),
        typeof(JsonStringEnumConverter<CooldownHandling>),
        typeof(JsonStringEnumConverter<CacheMode>),
    ])]
[JsonSerializable(typeof(StoredJobOptions))]
internal sealed partial class JobsJsonContext : JsonSerializerContext;
