using System.Collections.ObjectModel;
using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.MetricSpot;

/// <summary>The place below <c>audit.raw</c> where module scores are found first.</summary>
internal sealed record ModuleScoreMap
{
    public static readonly IReadOnlyDictionary<string, double> Empty = ReadOnlyDictionary<string, double>.Empty;

    [JsonConverter(typeof(ScoreMapConverter))]
    public IReadOnlyDictionary<string, double>? ModuleScores { get; init; }
}
