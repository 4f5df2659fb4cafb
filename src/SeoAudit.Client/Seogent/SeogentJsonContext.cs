using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.Seogent;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    MaxDepth = JsonLimits.MaxDepth,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(Int32Converter), typeof(Int64Converter)])]
[JsonSerializable(typeof(ScanRequest))]
[JsonSerializable(typeof(CreatedScan))]
[JsonSerializable(typeof(ScanState))]
[JsonSerializable(typeof(ScanResults))]
[JsonSerializable(typeof(ScanList))]
[JsonSerializable(typeof(ScanCancellation))]
[JsonSerializable(typeof(DomainList))]
[JsonSerializable(typeof(CreditBalance))]
internal sealed partial class SeogentJsonContext : JsonSerializerContext;
