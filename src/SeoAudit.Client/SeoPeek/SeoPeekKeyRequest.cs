namespace SeoAudit.Client.SeoPeek;

/// <summary>The body of <c>POST /api/v1/keys</c>.</summary>
/// <param name="Email">The address that the key is bound to.</param>
public sealed record SeoPeekKeyRequest(string Email);
