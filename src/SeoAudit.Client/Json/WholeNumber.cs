using System.Globalization;
using System.Text.Json;

namespace SeoAudit.Client.Json;

/// <summary>Reads what is documented as a whole number, also when it arrives as 74.0, as 74.5 (rounded) or as text.</summary>
internal static class WholeNumber
{
    public static long Read(ref Utf8JsonReader reader, long min, long max)
    {
        decimal? number = reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetDecimal(out decimal value) => value,
            JsonTokenType.String when decimal.TryParse(
                reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) => value,
            _ => null,
        };
        return number is { } some && decimal.Round(some, MidpointRounding.AwayFromZero) is var whole && whole >= min && whole <= max
            ? (long)whole
            : throw new JsonException($"Expected a whole number between {min} and {max}.");
    }
}
