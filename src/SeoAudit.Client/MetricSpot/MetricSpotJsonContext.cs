using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.MetricSpot;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = JsonLimits.MaxDepth,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(Int32Converter), typeof(Int64Converter)])]
[JsonSerializable(typeof(AuditRequest))]
[JsonSerializable(typeof(AuditEnvelope))]
[JsonSerializable(typeof(MetricSpotAudit))]
[JsonSerializable(typeof(AuditList))]
[JsonSerializable(typeof(AnonymousAuditEnvelope))]
[JsonSerializable(typeof(PdfRequest))]
[JsonSerializable(typeof(PdfEnvelope))]
[JsonSerializable(typeof(OrganicTraffic))]
internal sealed partial class MetricSpotJsonContext : JsonSerializerContext;
