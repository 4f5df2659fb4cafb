using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SeoAudit.Client.Json;

/// <summary>
/// Reads a moment in any ISO 8601 form, taken as UTC where it names no offset; null where the text is no moment, because a date
/// that cannot be read is no reason to lose a paid result.
/// </summary>
internal sealed class TimestampConverter : JsonConverter<DateTimeOffset?>
{
    public override bool HandleNull => true;

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    public static DateTimeOffset? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        // The usual form, read without a string. More digits than ticks would be cut off here, and are rounded below.
        if (reader.ValueSpan is { Length: <= 28 } and [.., (byte)'Z'] && reader.TryGetDateTimeOffset(out DateTimeOffset usual))
        {
            return usual;
        }

        // Without the look at the year, a time of day would be read as a moment of today.
        return reader.GetString() is [_, _, _, _, '-', ..] text && DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            ? moment
            : null;
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } moment)
        {
            writer.WriteStringValue(moment);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
