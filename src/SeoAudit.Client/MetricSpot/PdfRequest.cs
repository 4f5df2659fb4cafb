using System.Text.Json;

namespace SeoAudit.Client.MetricSpot;

/// <summary>How a PDF is made. Source: MetricSpot, <c>POST /api/audits/:id/pdf</c>.</summary>
public sealed record PdfRequest
{
    /// <summary>Its language; null for the service's default.</summary>
    public PdfLanguage? Language { get; init; }

    /// <summary>A saved brand kit, Pro plan only; null for MetricSpot's own. A number or text: its type is not documented.</summary>
    public JsonElement? BrandId { get; init; }
}
