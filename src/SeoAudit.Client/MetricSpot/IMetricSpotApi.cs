using Refit;

namespace SeoAudit.Client.MetricSpot;

/// <summary>The REST API of MetricSpot as it is on the wire. <see cref="IMetricSpotClient"/> is the comfortable way to it.</summary>
/// <remarks>
/// Implemented by Refit at compile time. Failures are thrown as <see cref="SeoAuditException"/>. Members may be added when the
/// service adds endpoints. Source of all: MetricSpot's API pages.
/// </remarks>
public interface IMetricSpotApi
{
    /// <summary><c>POST /api/audits</c>: queues an audit. Counts against the plan when it completes.</summary>
    /// <param name="request">The page.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The queued audit.</returns>
    [Post("/api/audits")]
    Task<AuditEnvelope> CreateAuditAsync([Body] AuditRequest request, CancellationToken cancellationToken = default);

    /// <summary><c>GET /api/audits/:id</c>: an audit, with its findings once it is completed.</summary>
    /// <param name="auditId">The audit.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The audit.</returns>
    [Get("/api/audits/{auditId}")]
    Task<AuditEnvelope> GetAuditAsync(string auditId, CancellationToken cancellationToken = default);

    /// <summary><c>GET /api/audits</c>: up to 100 audits, the latest of each URL.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The audits.</returns>
    [Get("/api/audits")]
    Task<AuditList> ListAuditsAsync(CancellationToken cancellationToken = default);

    /// <summary><c>POST /api/public/audit</c>: audits a page without an account, one a day for an IP address. Takes up to two minutes.</summary>
    /// <param name="request">The page.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The audit.</returns>
    [Post("/api/public/audit")]
    Task<AnonymousAuditEnvelope> RunAnonymousAuditAsync([Body] AuditRequest request, CancellationToken cancellationToken = default);

    /// <summary><c>POST /api/audits/:id/pdf</c>: queues a PDF of a completed audit.</summary>
    /// <param name="auditId">The audit.</param>
    /// <param name="request">Language and brand.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The queued PDF.</returns>
    [Post("/api/audits/{auditId}/pdf")]
    Task<PdfEnvelope> CreatePdfAsync(string auditId, [Body] PdfRequest request, CancellationToken cancellationToken = default);

    /// <summary><c>GET /api/pdfs/:id</c>: how far a PDF is.</summary>
    /// <param name="pdfId">The PDF.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The state.</returns>
    [Get("/api/pdfs/{pdfId}")]
    Task<PdfEnvelope> GetPdfAsync(string pdfId, CancellationToken cancellationToken = default);

    /// <summary><c>GET /api/pdfs/:id</c> with <c>Accept: application/pdf</c>: the file. Dispose the stream to free the connection.</summary>
    /// <param name="pdfId">The PDF.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The file's bytes as they arrive.</returns>
    [Get("/api/pdfs/{pdfId}")]
    [Headers("Accept: application/pdf")]
    Task<Stream> DownloadPdfAsync(string pdfId, CancellationToken cancellationToken = default);

    /// <summary><c>GET /api/audits/:id/google</c>: organic traffic of the audited page.</summary>
    /// <param name="auditId">The audit.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The traffic.</returns>
    [Get("/api/audits/{auditId}/google")]
    Task<OrganicTraffic> GetOrganicTrafficAsync(string auditId, CancellationToken cancellationToken = default);
}
