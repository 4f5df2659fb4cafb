using System.Text.Json.Serialization;

namespace SeoAudit.Emulator.Seogent.Wire;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SeogentCreated))]
[JsonSerializable(typeof(SeogentStatus))]
[JsonSerializable(typeof(SeogentList))]
[JsonSerializable(typeof(SeogentResults))]
[JsonSerializable(typeof(SeogentDomains))]
[JsonSerializable(typeof(SeogentCredits))]
[JsonSerializable(typeof(SeogentMessage))]
[JsonSerializable(typeof(SeogentError))]
[JsonSerializable(typeof(SeogentInvalid))]
[JsonSerializable(typeof(SeogentCursor))]
internal sealed partial class SeogentJson : JsonSerializerContext;
