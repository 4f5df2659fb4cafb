using System.Text.Json.Serialization;

namespace SeoAudit.Client.MetricSpot;

internal sealed record SearchIndexing
{
    [JsonPropertyName("pages_count_28d")]
    public double? PagesCount { get; init; }
}
