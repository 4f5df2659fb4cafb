using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SeoAudit.Emulator.Hosting;

/// <summary>A request to one of the services, with its body read.</summary>
internal sealed class EmulatorRequest
{
    public required EmulatedService Service { get; init; }

    public required string Method { get; init; }

    /// <summary>The parts of the path below the service's own root, decoded.</summary>
    public required string[] Segments { get; init; }

    public required IQueryCollection Query { get; init; }

    public required IHeaderDictionary Headers { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    public required IPAddress RemoteAddress { get; init; }

    /// <summary>The body as a JSON object; null when it is anything else.</summary>
    public JsonElement? ReadJsonObject()
    {
        if (Body.IsEmpty)
            return null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(Body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The Bearer token; null without one.</summary>
    public string? BearerToken() => BearerToken(Headers);

    public static string? BearerToken(IHeaderDictionary headers)
    {
        const string Scheme = "Bearer ";
        string? authorization = headers.Authorization;
        return authorization is not null && authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? authorization[Scheme.Length..].Trim()
            : null;
    }
}
