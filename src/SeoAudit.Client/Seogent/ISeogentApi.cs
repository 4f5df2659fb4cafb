using Refit;

namespace SeoAudit.Client.Seogent;

/// <summary>The REST API of SEOgent as it is on the wire. <see cref="ISeogentClient"/> is the comfortable way to it.</summary>
/// <remarks>
/// Implemented by Refit at compile time. Failures are thrown as <see cref="SeoAuditException"/>. Members may be added when the
/// service adds endpoints. Source of all: the SEOgent API reference.
/// </remarks>
public interface ISeogentApi
{
    /// <summary><c>POST /scans</c>: queues a scan. Takes credits.</summary>
    /// <param name="request">What to scan.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The queued scan.</returns>
    [Post("/scans")]
    Task<CreatedScan> CreateScanAsync([Body] ScanRequest request, CancellationToken cancellationToken = default);

    /// <summary><c>GET /scans/{scan_id}</c>: how far a scan is.</summary>
    /// <param name="scanId">The scan.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The state.</returns>
    [Get("/scans/{scanId}")]
    Task<ScanState> GetScanAsync(string scanId, CancellationToken cancellationToken = default);

    /// <summary><c>GET /scans/{scan_id}/results</c>: a page of results, with the summary of the whole scan.</summary>
    /// <param name="scanId">The scan.</param>
    /// <param name="issuesOnly"><c>true</c> for pages with failed checks only; null otherwise.</param>
    /// <param name="minSeverity"><c>critical</c>, <c>high</c> or <c>medium</c>; null for all pages.</param>
    /// <param name="perPage">1 to 200; null for the service's 100.</param>
    /// <param name="cursor">The <c>next_cursor</c> of the page before; null for the first.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The results.</returns>
    [Get("/scans/{scanId}/results")]
    Task<ScanResults> GetResultsAsync(
        string scanId,
        [AliasAs("issues_only")] string? issuesOnly = null,
        [AliasAs("min_severity")] string? minSeverity = null,
        [AliasAs("per_page")] int? perPage = null,
        [AliasAs("cursor")] string? cursor = null,
        CancellationToken cancellationToken = default);

    /// <summary><c>GET /scans</c>: the account's scans, newest first.</summary>
    /// <param name="page">The page, from 1; null for the first.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A page of scans.</returns>
    [Get("/scans")]
    Task<ScanList> ListScansAsync([AliasAs("page")] int? page = null, CancellationToken cancellationToken = default);

    /// <summary><c>POST /scans/{scan_id}/cancel</c>: cancels a scan in progress.</summary>
    /// <param name="scanId">The scan.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The service's words.</returns>
    [Post("/scans/{scanId}/cancel")]
    Task<ScanCancellation> CancelScanAsync(string scanId, CancellationToken cancellationToken = default);

    /// <summary><c>GET /domains</c>: the domains that the account has scanned.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The domains.</returns>
    [Get("/domains")]
    Task<DomainList> ListDomainsAsync(CancellationToken cancellationToken = default);

    /// <summary><c>GET /credits</c>: the account's credits.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The balance.</returns>
    [Get("/credits")]
    Task<CreditBalance> GetCreditsAsync(CancellationToken cancellationToken = default);
}
