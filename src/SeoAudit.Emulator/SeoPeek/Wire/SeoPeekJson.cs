using System.Text.Json.Serialization;

namespace SeoAudit.Emulator.SeoPeek.Wire;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SeoPeekAudit))]
[JsonSerializable(typeof(SeoPeekKey))]
[JsonSerializable(typeof(SeoPeekHealth))]
[JsonSerializable(typeof(SeoPeekError))]
internal sealed partial class SeoPeekJson : JsonSerializerContext;
