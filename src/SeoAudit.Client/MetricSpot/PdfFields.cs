using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.MetricSpot;

/// <summary>A PDF's members where they stand below <c>pdf</c>; each is null where it is missing.</summary>
public sealed record PdfFields
{
    /// <summary>The PDF's id as <c>id</c>.</summary>
    [JsonConverter(typeof(IdConverter))]
    public string? Id { get; init; }

    /// <summary>The PDF's id as <c>pdf_id</c>.</summary>
    [JsonConverter(typeof(IdConverter))]
    public string? PdfId { get; init; }

    /// <summary>Where the PDF stands.</summary>
    public PdfStatus? Status { get; init; }

    /// <summary>Where the file is, as <c>pdf_url</c>.</summary>
    public string? PdfUrl { get; init; }

    /// <summary>Where the file is, as <c>url</c>.</summary>
    public string? Url { get; init; }
}
