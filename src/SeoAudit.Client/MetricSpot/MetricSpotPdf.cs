namespace SeoAudit.Client.MetricSpot;

/// <summary>A PDF of an audit. Source: MetricSpot, <c>POST /api/audits/:id/pdf</c> and <c>GET /api/pdfs/:id</c>.</summary>
public sealed record MetricSpotPdf : ServiceResult
{
    /// <summary>The PDF's id, not the audit's; null where the service only gave an address.</summary>
    public string? Id { get; init; }

    /// <summary>Where the PDF stands; <c>queued</c> where the service does not say.</summary>
    public required PdfStatus Status { get; init; }

    /// <summary>Where the file is, for a short time; null where the service gave no address.</summary>
    public string? Url { get; init; }
}
