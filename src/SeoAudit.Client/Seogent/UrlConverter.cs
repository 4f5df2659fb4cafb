using System.Text.Json;
using System.Text.Json.Serialization;

namespace SeoAudit.Client.Seogent;

/// <summary>Writes a URL in its escaped form, where the built-in converter would write it as it was typed.</summary>
internal sealed class UrlConverter : JsonConverter<Uri>
{
    public override Uri? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } url ? new Uri(url, UriKind.Absolute) : null;

    public override void Write(Utf8JsonWriter writer, Uri value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.AbsoluteUri);
}
