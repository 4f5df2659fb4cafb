namespace SeoAudit.Client.Seogent;

/// <summary>SEOgent: queued scans of a whole domain or of a list of URLs.</summary>
/// <remarks>
/// Members may be added when the service adds endpoints. Every method throws <see cref="SeoAuditException"/> or a type derived
/// from it when the call does not end well, <see cref="ArgumentException"/> for arguments that the service would refuse, before
/// anything is sent, and <see cref="OperationCanceledException"/> with the caller's token when the caller cancelled.
/// </remarks>
public interface ISeogentClient
{
    /// <summary>
    /// Queues a scan and returns at once. Takes credits, once: it is sent again only where the service did not accept it, and a scan
    /// whose answer was lost is looked for and adopted (<see cref="AuditOperation{TResult}.IsAdopted"/>).
    /// </summary>
    /// <param name="request">What to scan.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The scan, to be waited for; its <see cref="ScanOperation.Created"/> holds the estimated credits, unless it was adopted.</returns>
    /// <exception cref="ArgumentException">The request breaks a documented rule; the message names the member and the rule.</exception>
    /// <exception cref="SeoAuditQuotaException">The credits do not suffice.</exception>
    /// <exception cref="SeoAuditValidationException">The service refused the request.</exception>
    /// <exception cref="SeoAuditCreditLimitException">The scan would take more than <see cref="ScanRequest.MaxCredits"/>; it was cancelled.</exception>
    /// <exception cref="SeoAuditOutcomeUnknownException">The answer was lost, and looking for the scan failed too.</exception>
    Task<ScanOperation> StartScanAsync(ScanRequest request, CancellationToken cancellationToken = default);

    /// <summary>Takes up a scan again from its id, e.g. in another process. Calls nothing.</summary>
    /// <param name="scanId">The id that <see cref="StartScanAsync"/> gave.</param>
    /// <returns>The scan, to be waited for or cancelled.</returns>
    /// <exception cref="ArgumentException"><paramref name="scanId"/> is no id.</exception>
    ScanOperation GetScan(string scanId);

    /// <summary>Asks how far a scan is. Light: polls use this.</summary>
    /// <param name="scanId">The scan.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The state.</returns>
    /// <exception cref="SeoAuditNotFoundException">There is no such scan in this account.</exception>
    Task<ScanState> GetScanStateAsync(string scanId, CancellationToken cancellationToken = default);

    /// <summary>Gets one answer's worth of results, with the summary of the whole scan.</summary>
    /// <param name="scanId">The scan, in any state; results of an unfinished one are partial.</param>
    /// <param name="query">Which pages; null for all.</param>
    /// <param name="cursor">Where to begin; null for the first pages.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The results.</returns>
    /// <exception cref="ArgumentException">The query's <see cref="ScanQuery.PerPage"/> is not between 1 and 200.</exception>
    /// <exception cref="SeoAuditNotFoundException">There is no such scan in this account.</exception>
    Task<ScanResults> GetResultsAsync(
        string scanId, ScanQuery? query = null, string? cursor = null, CancellationToken cancellationToken = default);

    /// <summary>Gets a scan's summary together with its pages, the first of which come with the same request.</summary>
    /// <param name="scanId">The scan.</param>
    /// <param name="query">Which pages; null for all.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentException">The query's <see cref="ScanQuery.PerPage"/> is not between 1 and 200.</exception>
    /// <exception cref="SeoAuditNotFoundException">There is no such scan in this account.</exception>
    Task<ScanReport> GetReportAsync(string scanId, ScanQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>Enumerates a scan's pages, got as they are read.</summary>
    /// <param name="scanId">The scan.</param>
    /// <param name="query">Which pages; null for all.</param>
    /// <param name="cancellationToken">Cancels every enumeration.</param>
    /// <returns>The pages; <see cref="AsyncPages{T}.AsPages"/> resumes from a cursor.</returns>
    /// <exception cref="ArgumentException">The query's <see cref="ScanQuery.PerPage"/> is not between 1 and 200.</exception>
    AsyncPages<ScannedPage> GetPagesAsync(string scanId, ScanQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>Enumerates the account's scans, newest first, got as they are read. Cursors are page numbers from 1.</summary>
    /// <param name="prefetch">Whether the next answer is got while one is read.</param>
    /// <param name="cancellationToken">Cancels every enumeration.</param>
    /// <returns>The scans.</returns>
    AsyncPages<ScanListItem> ListScansAsync(bool prefetch = true, CancellationToken cancellationToken = default);

    /// <summary>Cancels a scan that is pending, crawling or analyzing. Sent again only where the service did not accept it.</summary>
    /// <param name="scanId">The scan.</param>
    /// <param name="cancellationToken">Cancels the call, not the scan.</param>
    /// <returns>The service's words.</returns>
    /// <exception cref="SeoAuditConflictException">The scan has already ended.</exception>
    /// <exception cref="SeoAuditNotFoundException">There is no such scan in this account.</exception>
    Task<ScanCancellation> CancelScanAsync(string scanId, CancellationToken cancellationToken = default);

    /// <summary>Gets the domains that the account has scanned.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The domains.</returns>
    Task<DomainList> ListDomainsAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets the account's credits.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The balance.</returns>
    Task<CreditBalance> GetCreditsAsync(CancellationToken cancellationToken = default);
}
