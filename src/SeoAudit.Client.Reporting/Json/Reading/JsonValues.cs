using System.Globalization;
using System.Text.Json;

namespace SeoAudit.Client.Reporting.Json.Reading;

/// <summary>
/// Reads values that may be anything: what is of another type than expected is stepped over, as a later version may have changed it.
/// </summary>
internal static class JsonValues
{
    public static string? Text(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String ? LenientText.Of(ref reader) : Other<string>(ref reader);

    public static bool? Flag(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => OtherValue<bool>(ref reader),
    };

    public static double? Number(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double value) && double.IsFinite(value) ? value : OtherValue<double>(ref reader);

    public static long? Whole(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long value) ? value : OtherValue<long>(ref reader);

    public static int? Int(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int value) ? value : OtherValue<int>(ref reader);

    /// <summary>A moment in any ISO 8601 form, taken as UTC where it names no offset, as the guide's own times do now and then.</summary>
    public static DateTimeOffset? Moment(ref Utf8JsonReader reader) =>
        Text(ref reader) is [_, _, _, _, '-', ..] text
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            ? moment
            : null;

    public static TimeSpan? Milliseconds(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDecimal(out decimal value))
        {
            return OtherValue<TimeSpan>(ref reader);
        }

        const decimal Longest = (decimal)long.MaxValue / TimeSpan.TicksPerMillisecond;
        return Math.Abs(value) < Longest ? new TimeSpan((long)(value * TimeSpan.TicksPerMillisecond)) : null;
    }

    /// <summary>Whether the reader is on an object; what is none is stepped over.</summary>
    public static bool IsObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            return true;
        }

        reader.Skip();
        return false;
    }

    /// <summary>Goes to the value of an object's next member.</summary>
    /// <param name="reader">On the start of the object, or on the end of a member's value.</param>
    /// <param name="name">The member's name.</param>
    /// <returns>Whether there is one; otherwise the reader is on the object's end.</returns>
    public static bool NextMember(ref Utf8JsonReader reader, out string name)
    {
        name = string.Empty;
        if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
        {
            return false;
        }

        name = LenientText.Of(ref reader);
        reader.Read();
        return true;
    }

    private static T? Other<T>(ref Utf8JsonReader reader)
        where T : class
    {
        reader.Skip();
        return null;
    }

    private static T? OtherValue<T>(ref Utf8JsonReader reader)
        where T : struct
    {
        reader.Skip();
        return null;
    }
}
