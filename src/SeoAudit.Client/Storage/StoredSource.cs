using System.Text.Json;
using System.Text.Json.Serialization;

namespace SeoAudit.Client.Storage;

/// <typeparam name="T">The service's own result.</typeparam>
/// <param name="name">The name that the result is found again by.</param>
/// <param name="wire">The options of the service's JSON context.</param>
internal sealed class StoredSource<T>(string name, JsonSerializerOptions wire) : IStoredSource
    where T : class
{
    // What a request may leave out, a store must keep: a score of 0 is a score.
    private readonly JsonSerializerOptions _options = new(wire)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.AllowNamedFloatingPointLiterals,
        MaxDepth = StoredAudit.MaxDepth,
    };

    public string Name => name;

    public byte[]? Write(object source)
    {
        if (source is not T result)
        {
            return null;
        }

        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(result, _options.GetTypeInfo(typeof(T)));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or JsonException)
        {
            // JSON of the service's that cannot be written again, such as half a surrogate pair, is no reason to lose the audit.
            return null;
        }
    }

    public object? Read(ref Utf8JsonReader reader) => JsonSerializer.Deserialize(ref reader, _options.GetTypeInfo(typeof(T)));
}
