using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SeoAudit.Emulator.Hosting;

/// <summary>A whole answer, held in memory so that the ledger and the faults can deal with it before it is sent.</summary>
internal sealed record EmulatorResponse(int StatusCode, string? ContentType, ReadOnlyMemory<byte> Body)
{
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public static EmulatorResponse Json<T>(int statusCode, T value, JsonTypeInfo<T> type) =>
        new(statusCode, "application/json", JsonSerializer.SerializeToUtf8Bytes(value, type));

    public EmulatorResponse WithHeader(string name, string value) =>
        this with { Headers = [.. Headers, new(name, value)] };
}
