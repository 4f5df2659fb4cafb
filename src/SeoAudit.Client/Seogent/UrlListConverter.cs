using System.Text.Json;
using System.Text.Json.Serialization;

namespace SeoAudit.Client.Seogent;

/// <summary>Writes URLs in their escaped form, which every service reads alike.</summary>
internal sealed class UrlListConverter : JsonConverter<IReadOnlyList<Uri>>
{
    public override IReadOnlyList<Uri>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return [.. document.RootElement.EnumerateArray().Select(static url => new Uri(url.GetString()!, UriKind.Absolute))];
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<Uri> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (Uri url in value)
        {
            writer.WriteStringValue(url.AbsoluteUri);
        }

        writer.WriteEndArray();
    }
}
