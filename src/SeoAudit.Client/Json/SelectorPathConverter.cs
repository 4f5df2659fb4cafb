using System.Text.Json;
using System.Text.Json.Serialization;

namespace SeoAudit.Client.Json;

/// <summary>
/// Reads a list of CSS selectors. An entry may itself be a list, the way into a frame or a shadow root, and is then joined by
/// <c>" >>> "</c>.
/// </summary>
internal sealed class SelectorPathConverter : JsonConverter<IReadOnlyList<string>>
{
    public override IReadOnlyList<string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind == JsonValueKind.Array
            ? [.. document.RootElement.EnumerateArray().Select(Text)]
            : [Text(document.RootElement)];
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (string selector in value)
        {
            writer.WriteStringValue(selector);
        }

        writer.WriteEndArray();
    }

    private static string Text(JsonElement element) => element.ValueKind == JsonValueKind.Array
        ? string.Join(" >>> ", element.EnumerateArray().Select(Text))
        : element.ToString();
}
