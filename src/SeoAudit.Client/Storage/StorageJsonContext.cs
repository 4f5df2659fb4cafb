using System.Text.Json.Serialization;

namespace SeoAudit.Client.Storage;

// An audit with a score that is no finite number must not be lost for it.
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    MaxDepth = StoredAudit.MaxDepth,
    Converters =
    [
        typeof(StoredSourceConverter),
        typeof(JsonStringEnumConverter<AuditService>),
        typeof(JsonStringEnumConverter<JobFault>),
        typeof(JsonStringEnumConverter<JournalFault>),
        typeof(JsonStringEnumConverter<TimeoutKind>),
    ])]
[JsonSerializable(typeof(PageAudit))]
[JsonSerializable(typeof(StoredFailure))]
internal sealed partial class StorageJsonContext : JsonSerializerContext;
