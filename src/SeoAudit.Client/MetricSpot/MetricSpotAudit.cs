using System.Text.Json;
using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.MetricSpot;

/// <summary>MetricSpot's audit of one page, in any state. Source: MetricSpot, <c>GET /api/audits/:id</c>.</summary>
public sealed record MetricSpotAudit : ServiceResult
{
    /// <summary>The audit's id.</summary>
    public required string Id
    {
        get;
        init => field = NotNull.Value(value);
    }

    /// <summary>The page's host; null where the service leaves it out.</summary>
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
    public double? Score { get; init; }

    /// <summary>When it was queued.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>0 to 100 by module; empty until the audit is completed.</summary>
    [JsonConverter(typeof(ScoreMapConverter))]
    public IReadOnlyDictionary<string, double> ModuleScores
    {
        get;
        init => field = value ?? ModuleScoreMap.Empty;
    } = ModuleScoreMap.Empty;

    /// <summary>The findings, passed rules too; empty until the audit is completed. They never change afterwards.</summary>
    public IReadOnlyList<Finding> Findings
    {
        get;
        init => field = NotNull.Items(value) ?? [];
    } = [];

    /// <summary>The account's plan as JSON; its shape is not documented. Null where it is missing.</summary>
    public JsonElement? Plan { get; init; }

    /// <summary>When this URL may be audited again, as JSON; its shape is not documented. Null where it is missing.</summary>
    public JsonElement? Cooldown { get; init; }

    internal static MetricSpotAudit From(AuditEnvelope envelope) => new()
    {
        Id = envelope.Audit.Id,
        Domain = envelope.Audit.Domain,
        Url = envelope.Audit.Url,
        Status = envelope.Audit.Status,
        Score = envelope.Audit.Score,
        CreatedAt = envelope.Audit.CreatedAt,
        ModuleScores = envelope.Audit.ModuleScores is { Count: > 0 } scores ? scores : envelope.ModuleScores ?? ModuleScoreMap.Empty,
        Findings = envelope.Findings,
        Plan = envelope.Plan,
        Cooldown = envelope.Cooldown,
        RateLimit = envelope.RateLimit,
        RawResponse = envelope.RawResponse,
    };

    /// <summary>The same in the vocabulary that all services share, as <see cref="ISeoAuditClient.AuditPageAsync"/> gives it.</summary>
    /// <param name="url">The page's address, as it is to be called.</param>
    /// <returns>The audit, with this on its <see cref="PageAudit.Source"/>.</returns>
    /// <exception cref="SeoAuditResponseException">It has no score.</exception>
    public PageAudit ToPageAudit(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return MetricSpotPageAuditor.ToPageAudit(url, this);
    }
}
