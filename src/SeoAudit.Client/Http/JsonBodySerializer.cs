using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Refit;
using SeoAudit.Client.Diagnostics;

namespace SeoAudit.Client.Http;

/// <summary>Reads and writes bodies with a service's source-generated JSON context.</summary>
internal sealed class JsonBodySerializer(JsonSerializerContext context, ClientTelemetry telemetry) : IHttpContentSerializer
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public HttpContent ToHttpContent<T>(T item)
    {
        var content = new RequestBody(JsonSerializer.SerializeToUtf8Bytes(item, TypeInfo<T>()));
        content.Headers.ContentType = Json;
        return content;
    }

    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default)
    {
        var body = (ResponseBody)content;
        // The attempt handler has read the whole answer, so nothing here waits.
        try
        {
            T result = Read<T>(body)
                ?? throw Unreadable(body, "with null");
            (result as ServiceResult)?.Attach(
                body.Call.RateLimit, body.Call.Options.KeepRawResponses ? body.ToRawResponse() : null);
            return Task.FromResult<T?>(result);
        }
        catch (JsonException exception)
        {
            throw Unreadable(body, $"with JSON that cannot be read at '{exception.Path}'", exception);
        }
    }

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) =>
        throw new NotSupportedException("Requests are generated at compile time.");

    private SeoAuditResponseException Unreadable(ResponseBody body, string how, JsonException? cause = null)
    {
        // The call has been told of as a success by now.
        Log.AnswerUnreadable(telemetry.Logger, body.Call.Profile.LogName, body.Call.Endpoint.Name, (int)body.StatusCode);
        return UnreadableResponse.Create(body.Call, body.StatusCode, how, body, cause);
    }

    private T? Read<T>(ResponseBody body)
    {
        ReadOnlySpan<byte> json = body.Bytes;
        if (json.StartsWith(Encoding.UTF8.Preamble))
        {
            json = json[Encoding.UTF8.Preamble.Length..];
        }

        return body.Call.Endpoint.QuickReader?.Invoke(json) is T quick ? quick : JsonSerializer.Deserialize(json, TypeInfo<T>());
    }

    private JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)context.GetTypeInfo(typeof(T))!;
}
