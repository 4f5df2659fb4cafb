namespace SeoAudit.Client;

/// <summary>
/// The cached audits of one tenant, to throw some of them away. Registered by <see cref="SeoAuditBuilder.UseCaching"/>; keyed like
/// the client where the client is keyed.
/// </summary>
/// <remarks>
/// What is thrown away here does not serve this process any more. Other processes that share a distributed cache: see each method.
/// Audits that are being made at that moment are cached when they are done. Members may be added.
/// </remarks>
public interface IAuditCache
{
    /// <summary>
    /// Throws the audits of one page away, by whichever service. They leave the distributed cache as well; another process may go
    /// on with a copy in its memory for up to <see cref="AuditCacheOptions.LocalExpiration"/>.
    /// </summary>
    /// <param name="url">The page: absolute, http or https.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when they are gone.</returns>
    /// <exception cref="ArgumentException"><paramref name="url"/> is not an absolute http(s) URL, or carries user information.</exception>
    /// <exception cref="SeoAuditException">The cache failed; audits may go on serving until they expire.</exception>
    Task InvalidatePageAsync(Uri url, CancellationToken cancellationToken = default);

    /// <summary>
    /// Throws the audits of all pages of one host away, whatever their scheme and port. A process that starts later sees it in
    /// the distributed cache; one that has looked a page of this host up before may go on with what is cached until it expires.
    /// </summary>
    /// <param name="host">The host, e.g. <c>www.example.com</c>; other hosts of the same domain are others.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when they are gone.</returns>
    /// <exception cref="ArgumentException"><paramref name="host"/> is not the name or address of a host.</exception>
    /// <exception cref="SeoAuditException">The cache failed; audits may go on serving until they expire.</exception>
    Task InvalidateHostAsync(string host, CancellationToken cancellationToken = default);

    /// <summary>
    /// Throws all audits of this tenant away. A process that starts later sees it in the distributed cache; one that has looked a
    /// page up before may go on with what is cached until it expires.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when they are gone.</returns>
    /// <exception cref="SeoAuditException">The cache failed; audits may go on serving until they expire.</exception>
    Task InvalidateAllAsync(CancellationToken cancellationToken = default);

    /// <summary>The cached audits of another tenant, for clients of <see cref="ISeoAuditClientFactory"/>.</summary>
    /// <param name="tenant">The tenant, as in <see cref="SeoAuditOptions.Tenant"/>.</param>
    /// <returns>That tenant's cache.</returns>
    /// <exception cref="ArgumentException"><paramref name="tenant"/> cannot be a <see cref="SeoAuditOptions.Tenant"/>.</exception>
    IAuditCache ForTenant(string tenant);
}
