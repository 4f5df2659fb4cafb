using System.Text.Json.Serialization;
using SeoAudit.Client.Json;
using SeoAudit.Client.Storage;

namespace SeoAudit.Client.Jobs;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    MaxDepth = JsonLimits.MaxDepth,
    Converters =
    [
        typeof(JsonStringEnumConverter<AuditService>),
        typeof(JsonStringEnumConverter<OutcomeOrder>),
        typeof(JsonStringEnumConverter<CooldownHandling>),
        typeof(JsonStringEnumConverter<CacheMode>),
        typeof(JsonStringEnumConverter<JournalFault>),
        typeof(JsonStringEnumConverter<JobFault>),
        typeof(JsonStringEnumConverter<TimeoutKind>),
    ])]
[JsonSerializable(typeof(JobRecord))]
[JsonSerializable(typeof(StoredJobOptions))]
internal sealed partial class JobsJsonContext : JsonSerializerContext;
