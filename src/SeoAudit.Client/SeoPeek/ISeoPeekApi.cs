using Refit;

namespace SeoAudit.Client.SeoPeek;

/// <summary>The REST API of SEOPeek as it is on the wire. <see cref="ISeoPeekClient"/> is the comfortable way to it.</summary>
/// <remarks>
/// Implemented by Refit at compile time. Failures are thrown as <see cref="SeoAuditException"/>. Members may be added when the
/// service adds endpoints.
/// </remarks>
public interface ISeoPeekApi
{
    /// <summary><c>GET /api/v1/audit</c>: audits one page.</summary>
    /// <param name="url">The page; sent percent-encoded.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The audit.</returns>
    [Get("/api/v1/audit")]
    Task<SeoPeekAudit> AuditAsync([AliasAs("url")] string url, CancellationToken cancellationToken = default);

    /// <summary><c>POST /api/v1/keys</c>: creates a key for an e-mail address.</summary>
    /// <param name="request">The address.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The key.</returns>
    [Post("/api/v1/keys")]
    Task<SeoPeekApiKey> CreateKeyAsync([Body] SeoPeekKeyRequest request, CancellationToken cancellationToken = default);

    /// <summary><c>GET /api/health</c>: whether the service is up.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What the service says of itself.</returns>
    [Get("/api/health")]
    Task<SeoPeekHealth> GetHealthAsync(CancellationToken cancellationToken = default);
}
