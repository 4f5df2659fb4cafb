using System.Text.Json;
using System.Text.Json.Serialization;

namespace SeoAudit.Client.Storage;

/// <summary>
/// Reads and writes <see cref="PageAudit.Source"/> as an object with one member, named after what it is. What no service owns is
/// written, and read, as null.
/// </summary>
internal sealed class StoredSourceConverter : JsonConverter<object>
{
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Expected an object that names the source of an audit.");
        }

        object? source = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            if (Find(name) is { } known)
            {
                source = known.Read(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return source;
    }

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        foreach (IStoredSource known in StoredSources.All)
        {
            if (known.Write(value) is { } json)
            {
                writer.WriteStartObject();
                writer.WritePropertyName(known.Name);
                writer.WriteRawValue(json, skipInputValidation: true);
                writer.WriteEndObject();
                return;
            }
        }

        writer.WriteNullValue();
    }

    private static IStoredSource? Find(string name)
    {
        foreach (IStoredSource known in StoredSources.All)
        {
            if (known.Name == name)
            {
                return known;
            }
        }

        return null;
    }
}
