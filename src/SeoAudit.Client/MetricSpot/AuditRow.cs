using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.MetricSpot;

/// <summary>An audit without its findings. Source: MetricSpot, <c>POST /api/audits</c> and <c>GET /api/audits</c>.</summary>
public sealed record AuditRow
{
    /// <summary>The audit's id; a number on the wire.</summary>
    [JsonConverter(typeof(IdConverter))]
    public required string Id
    {
        get;
        init => field = NotNull.Value(value);
    }

    /// <summary>The URL's host; null where the service leaves it out.</summary>
    public string? Domain { get; init; }

    /// <summary>The page.</summary>
    public required string Url
    {
        get;
        init => field = NotNull.Value(value);
    }

    /// <summary>Where the audit stands.</summary>
    public required AuditStatus Status { get; init; }

    /// <summary>0 to 100; null until the audit is completed.</summary>
    public double? Score
    {
        get => field ?? TotalScore;
        init;
    }

    /// <summary>0 to 100 by module, e.g. <c>technical</c>; empty until the audit is completed. Never null.</summary>
    [JsonConverter(typeof(ScoreMapConverter))]
    public IReadOnlyDictionary<string, double> ModuleScores
    {
        get => Raw is { Count: > 0 } raw ? raw : field ?? ModuleScoreMap.Empty;
        init;
    }

    /// <summary>When it was queued.</summary>
    [JsonConverter(typeof(TimestampConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Its place in the account's own order; null where it has none.</summary>
    public double? DisplayPosition { get; init; }

    [JsonInclude]
    internal double? TotalScore { get; init; }

    [JsonInclude]
    [JsonConverter(typeof(RawModuleScoresConverter))]
    internal IReadOnlyDictionary<string, double>? Raw { get; init; }
}
