using System.Text.Json;
using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.MetricSpot;

/// <summary>Reads the module scores below <c>audit.raw</c>, where they are found first; the rest of it is private to the service.</summary>
internal sealed class RawModuleScoresConverter : JsonConverter<IReadOnlyDictionary<string, double>>
{
    private static readonly ScoreMapConverter Scores = new();

    public override IReadOnlyDictionary<string, double>? Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        IReadOnlyDictionary<string, double>? scores = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            bool found = reader.ValueTextEquals("module_scores"u8);
            reader.Read();
            if (found)
            {
                scores = Scores.Read(ref reader, typeToConvert, options);
            }
            else
            {
                reader.Skip();
            }
        }

        return scores;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, double> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("module_scores"u8);
        Scores.Write(writer, value, options);
        writer.WriteEndObject();
    }
}
