using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SeoAudit.Client.Json;

/// <summary>Reads an id that arrives as text or as a number.</summary>
internal sealed class IdConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => WholeNumber.Read(ref reader, long.MinValue, long.MaxValue).ToString(CultureInfo.InvariantCulture),
        _ => throw new JsonException("Expected an id: text or a number."),
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
