namespace SeoAudit.Client.SeoPeek;

/// <summary>SEOPeek: one synchronous audit a page.</summary>
/// <remarks>
/// Members may be added when the service adds endpoints. Every method throws <see cref="SeoAuditException"/> or a type derived
/// from it when the call does not end well, and <see cref="OperationCanceledException"/> with the caller's token when the caller
/// cancelled.
/// </remarks>
public interface ISeoPeekClient
{
    /// <summary>Audits one page. About 2 seconds; the service gives the page 10 seconds to answer.</summary>
    /// <param name="url">The page: absolute, http or https, reachable from the internet.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The audit.</returns>
    /// <exception cref="ArgumentException"><paramref name="url"/> is not an absolute http(s) URL, or carries user information.</exception>
    /// <exception cref="SeoAuditRateLimitException">The day's allowance is used up: 50 without a key, more with a plan.</exception>
    Task<SeoPeekAudit> AuditAsync(Uri url, CancellationToken cancellationToken = default);

    /// <summary>Creates a key for an e-mail address. Sent again only where the service did not accept it: a second call may create a second key.</summary>
    /// <param name="email">The address that the key is bound to.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The key, its plan and its limit in words.</returns>
    /// <exception cref="ArgumentException"><paramref name="email"/> is not an e-mail address.</exception>
    /// <exception cref="SeoAuditOutcomeUnknownException">The answer was lost, and with it the key, if there is one.</exception>
    Task<SeoPeekApiKey> CreateKeyAsync(string email, CancellationToken cancellationToken = default);

    /// <summary>Asks whether the service is up. Costs nothing.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What the service says of itself.</returns>
    Task<SeoPeekHealth> GetHealthAsync(CancellationToken cancellationToken = default);
}
