namespace SeoAudit.Client.MetricSpot;

/// <summary>MetricSpot: queued audits of one page, with PDF and organic traffic.</summary>
/// <remarks>
/// Members may be added when the service adds endpoints. Every method throws <see cref="SeoAuditException"/> or a type derived
/// from it when the call does not end well, <see cref="ArgumentException"/> for arguments that the service would refuse, before
/// anything is sent, and <see cref="OperationCanceledException"/> with the caller's token when the caller cancelled.
/// </remarks>
public interface IMetricSpotClient
{
    /// <summary>
    /// Queues an audit and returns at once. Counts against the plan when it completes, once: it is sent again only where the service did
    /// not accept it, and an audit whose answer was lost is looked for and adopted (<see cref="AuditOperation{TResult}.IsAdopted"/>).
    /// </summary>
    /// <param name="url">The page: absolute, http or https, at most 2,000 characters.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The audit, to be waited for.</returns>
    /// <exception cref="ArgumentException"><paramref name="url"/> breaks one of these rules.</exception>
    /// <exception cref="SeoAuditQuotaException">The month's allowance is used up.</exception>
    /// <exception cref="SeoAuditRateLimitException">This URL was audited within 24 hours, or any URL within the last seconds; <c>RetryAt</c> says when.</exception>
    /// <exception cref="SeoAuditOutcomeUnknownException">The answer was lost, and looking for the audit failed too.</exception>
    Task<MetricSpotAuditOperation> QueueAuditAsync(Uri url, CancellationToken cancellationToken = default);

    /// <summary>Takes up an audit again from its id, e.g. in another process. Calls nothing.</summary>
    /// <param name="auditId">The id that <see cref="QueueAuditAsync"/> gave.</param>
    /// <returns>The audit, to be waited for.</returns>
    /// <exception cref="ArgumentException"><paramref name="auditId"/> is no id.</exception>
    MetricSpotAuditOperation GetAuditOperation(string auditId);

    /// <summary>Gets an audit in any state, with its findings once it is completed.</summary>
    /// <param name="auditId">The audit.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The audit.</returns>
    /// <exception cref="SeoAuditNotFoundException">There is no such audit.</exception>
    /// <exception cref="SeoAuditAuthenticationException">The audit belongs to another account.</exception>
    Task<MetricSpotAudit> GetAuditAsync(string auditId, CancellationToken cancellationToken = default);

    /// <summary>Gets up to 100 audits without their findings: the latest of each URL. Costs nothing.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The audits.</returns>
    Task<AuditList> ListAuditsAsync(CancellationToken cancellationToken = default);

    /// <summary>Audits a page without an account, and without sending a key. One a day for an IP address; up to two minutes. Sent again only where the service did not accept it.</summary>
    /// <param name="url">The page: absolute, http or https, at most 2,000 characters.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The audit.</returns>
    /// <exception cref="ArgumentException"><paramref name="url"/> breaks one of these rules.</exception>
    /// <exception cref="SeoAuditRateLimitException">The day's audit has been used.</exception>
    Task<AnonymousAudit> RunAnonymousAuditAsync(Uri url, CancellationToken cancellationToken = default);

    /// <summary>Queues a PDF of a completed audit and returns at once. Sent again only where the service did not accept it.</summary>
    /// <param name="auditId">The audit.</param>
    /// <param name="request">Language and brand; null for the service's defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The PDF, to be waited for.</returns>
    /// <exception cref="SeoAuditConflictException">The audit is not completed.</exception>
    /// <exception cref="SeoAuditOutcomeUnknownException">The answer was lost; the service lists no PDFs to look for it in.</exception>
    Task<PdfOperation> QueuePdfAsync(string auditId, PdfRequest? request = null, CancellationToken cancellationToken = default);

    /// <summary>Takes up a PDF again from its id, e.g. in another process. Calls nothing.</summary>
    /// <param name="pdfId">The PDF's id, not the audit's.</param>
    /// <returns>The PDF, to be waited for.</returns>
    /// <exception cref="ArgumentException"><paramref name="pdfId"/> is no id.</exception>
    PdfOperation GetPdfOperation(string pdfId);

    /// <summary>Asks how far a PDF is.</summary>
    /// <param name="pdfId">The PDF.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The PDF's state.</returns>
    Task<MetricSpotPdf> GetPdfAsync(string pdfId, CancellationToken cancellationToken = default);

    /// <summary>Downloads a PDF that is ready.</summary>
    /// <param name="pdfId">The PDF.</param>
    /// <param name="cancellationToken">Cancels the call; pass a token to each read of the stream, too.</param>
    /// <returns>The file's bytes as they arrive; dispose the stream.</returns>
    /// <exception cref="SeoAuditConflictException">The PDF is not ready.</exception>
    /// <exception cref="SeoAuditResponseException">The service answered with something other than a PDF.</exception>
    Task<Stream> DownloadPdfAsync(string pdfId, CancellationToken cancellationToken = default);

    /// <summary>Gets the organic traffic of an audited page. Pro plan only; the service refreshes it every 24 hours.</summary>
    /// <param name="auditId">The audit.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The traffic, or which connection is missing.</returns>
    /// <exception cref="SeoAuditAuthenticationException">The plan or the Google scope does not include it.</exception>
    Task<OrganicTraffic> GetOrganicTrafficAsync(string auditId, CancellationToken cancellationToken = default);
}
