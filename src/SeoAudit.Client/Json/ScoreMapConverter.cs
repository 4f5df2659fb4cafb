using System.Text.Json;
using System.Text.Json.Serialization;

namespace SeoAudit.Client.Json;

/// <summary>Reads an object of scores by name and leaves out what is not a number.</summary>
internal sealed class ScoreMapConverter : JsonConverter<IReadOnlyDictionary<string, double>>
{
    public override IReadOnlyDictionary<string, double>? Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        var scores = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);
        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in document.RootElement.EnumerateObject())
            {
                if (member.Value.ValueKind == JsonValueKind.Number && member.Value.TryGetDouble(out double score) && double.IsFinite(score))
                {
                    scores[member.Name] = score;
                }
            }
        }

        return scores;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, double> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach ((string name, double score) in value)
        {
            if (double.IsFinite(score))
            {
                writer.WriteNumber(name, score);
            }
        }

        writer.WriteEndObject();
    }
}
