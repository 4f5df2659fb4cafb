using System.Net;

namespace SeoAudit.Client;

/// <summary>An answer as it came over the wire, for what the typed models do not carry yet.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Headers">Response headers by name, without regard to case; several values are joined by a comma.</param>
/// <param name="Body">The body, decompressed.</param>
public sealed record RawResponse(
    HttpStatusCode StatusCode, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body);
