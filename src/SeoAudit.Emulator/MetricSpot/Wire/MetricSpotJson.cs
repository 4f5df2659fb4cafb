using System.Text.Json.Serialization;

namespace SeoAudit.Emulator.MetricSpot.Wire;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(MetricSpotCreated))]
[JsonSerializable(typeof(MetricSpotEnvelope))]
[JsonSerializable(typeof(MetricSpotList))]
[JsonSerializable(typeof(MetricSpotAnonymous))]
[JsonSerializable(typeof(MetricSpotPdf))]
[JsonSerializable(typeof(MetricSpotGoogle))]
[JsonSerializable(typeof(MetricSpotError))]
internal sealed partial class MetricSpotJson : JsonSerializerContext;
