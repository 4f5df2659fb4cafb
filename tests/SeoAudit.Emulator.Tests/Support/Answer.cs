using System.Net.Http.Headers;
using System.Text.Json;

namespace SeoAudit.Emulator.Tests.Support;

internal sealed record Answer(int Status, byte[] Body, string? ContentType, HttpResponseHeaders Headers)
{
    public JsonElement Json { get; } =
        ContentType is "application/json" && Body.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(Body) : default;

    public JsonElement this[string name] => Json.GetProperty(name);

    public string Text(params string[] path) => At(path).GetString()!;

    public int Int(params string[] path) => At(path).GetInt32();

    public JsonElement At(params string[] path) => path.Aggregate(Json, (json, name) => json.GetProperty(name));

    public static string[] Names(JsonElement json) => [.. json.EnumerateObject().Select(property => property.Name)];
}
