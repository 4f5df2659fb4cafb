using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.MetricSpot;

/// <summary>
/// An audit without an account: about 90 checks, no Core Web Vitals, kept nowhere, so it has no id. Source: MetricSpot,
/// <c>POST /api/public/audit</c>.
/// </summary>
public sealed record AnonymousAudit : ServiceResult
{
    /// <summary>The page; null where the service leaves it out.</summary>
    public string? Url { get; init; }

    /// <summary>The page's host; null where the service leaves it out.</summary>
    public string? Domain { get; init; }

    /// <summary>0 to 100 (<c>total_score</c>); null where there is none.</summary>
    [JsonPropertyName("total_score")]
    public double? Score
    {
        get => field ?? PlainScore;
        init;
    }

    /// <summary>0 to 100 by module. Never null.</summary>
    [JsonConverter(typeof(ScoreMapConverter))]
    public IReadOnlyDictionary<string, double> ModuleScores
    {
        get => field ?? ModuleScoreMap.Empty;
        init;
    }

    /// <summary>The findings (<c>rules</c>), passed rules too. Never null.</summary>
    [JsonPropertyName("rules")]
    public IReadOnlyList<Finding> Findings
    {
        get => field ?? [];
        init => field = NotNull.Items(value);
    }

    [JsonInclude]
    [JsonPropertyName("score")]
    internal double? PlainScore { get; init; }
}
