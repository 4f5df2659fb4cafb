using System.Text.Json.Serialization;

namespace SeoAudit.Emulator.MetricSpot.Wire;

/// <summary>Every reading of the PDF answers; what a reading has not got is null and left out.</summary>
internal sealed record MetricSpotPdf
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MetricSpotPdf? Pdf { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Id { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? PdfId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PdfUrl { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Status { get; init; }
}
