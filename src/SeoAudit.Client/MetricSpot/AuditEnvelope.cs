using System.Text.Json;
using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.MetricSpot;

/// <summary>An audit with what stands beside it on the wire. Source: MetricSpot, <c>GET /api/audits/:id</c>.</summary>
public sealed record AuditEnvelope : ServiceResult
{
    /// <summary>The audit itself.</summary>
    public required AuditRow Audit
    {
        get;
        init => field = NotNull.Value(value);
    }

    /// <summary>The findings, passed rules too; empty until the audit is completed. Never null.</summary>
    public IReadOnlyList<Finding> Findings
    {
        get => field ?? [];
        init => field = NotNull.Items(value);
    }

    /// <summary>The account's plan; its shape is not documented. Null where it is missing.</summary>
    public JsonElement? Plan { get; init; }

    /// <summary>When this URL may be audited again; its shape is not documented. Null where it is missing.</summary>
    public JsonElement? Cooldown { get; init; }

    // Where module scores may also stand.
    [JsonInclude]
    [JsonConverter(typeof(ScoreMapConverter))]
    internal IReadOnlyDictionary<string, double>? ModuleScores { get; init; }
}
