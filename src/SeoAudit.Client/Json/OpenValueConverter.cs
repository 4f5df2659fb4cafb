using System.Text.Json;
using System.Text.Json.Serialization;

namespace SeoAudit.Client.Json;

/// <summary>Reads and writes an <see cref="IOpenValue{TSelf}"/> as its text; <c>null</c> is read as the empty value.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class OpenValueConverter<T> : JsonConverter<T>
    where T : struct, IOpenValue<T>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => T.Create(reader.GetString()!),
        JsonTokenType.Null => default,
        _ => throw new JsonException($"Expected text for {typeof(T).Name}."),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }
}
