using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.SeoPeek;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    MaxDepth = JsonLimits.MaxDepth,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(Int32Converter), typeof(Int64Converter)])]
[JsonSerializable(typeof(SeoPeekAudit))]
[JsonSerializable(typeof(SeoPeekKeyRequest))]
[JsonSerializable(typeof(SeoPeekApiKey))]
[JsonSerializable(typeof(SeoPeekHealth))]
internal sealed partial class SeoPeekJsonContext : JsonSerializerContext;
