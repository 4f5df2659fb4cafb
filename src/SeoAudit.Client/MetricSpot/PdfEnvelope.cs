using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.MetricSpot;

/// <summary>
/// A PDF as the service describes it. Its shape is not documented: members may stand at the top or below <c>pdf</c>, and only
/// some of them may be there.
/// </summary>
public sealed record PdfEnvelope : ServiceResult
{
    /// <summary>The PDF below <c>pdf</c>; null where its members stand at the top.</summary>
    public PdfFields? Pdf { get; init; }

    /// <summary>The PDF's id as <c>id</c>.</summary>
    [JsonConverter(typeof(IdConverter))]
    public string? Id { get; init; }

    /// <summary>The PDF's id as <c>pdf_id</c>.</summary>
    [JsonConverter(typeof(IdConverter))]
    public string? PdfId { get; init; }

    /// <summary>Where the PDF stands; null where the service does not say.</summary>
    public PdfStatus? Status { get; init; }

    /// <summary>Where the file is, as <c>pdf_url</c>.</summary>
    public string? PdfUrl { get; init; }

    /// <summary>Where the file is, as <c>url</c>.</summary>
    public string? Url { get; init; }

    /// <summary>The same in one place, whichever shape came.</summary>
    /// <returns>The PDF.</returns>
    public MetricSpotPdf ToPdf() => new()
    {
        Id = Pdf?.Id ?? Pdf?.PdfId ?? PdfId ?? Id,
        Status = Pdf?.Status ?? Status ?? PdfStatus.Queued,
        Url = Pdf?.PdfUrl ?? Pdf?.Url ?? PdfUrl ?? Url,
        RateLimit = RateLimit,
        RawResponse = RawResponse,
    };
}
