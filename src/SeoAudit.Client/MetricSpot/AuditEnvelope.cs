using System.Text.Json;

namespace SeoAudit.Client.MetricSpot;

/// <summary>An audit with what stands beside it on the wire. Source: MetricSpot, <c>GET /api/audits/:id</c>.</summary>
public sealed record AuditEnvelope : ServiceResult
{
    /// <summary>The audit itself.</summary>
    public required AuditRow Audit { get; init; }

    /// <summary>The findings, passed rules too; empty until the audit is completed. Never null.</summary>
    public IReadOnlyList<Finding> Findings
    {
        get => field ?? [];
        init;
    }

    /// <summary>The account's plan; its shape is not documented. Null where it is missing.</summary>
    public JsonElement? Plan { get; init; }

    /// <summary>When this URL may be audited again; its shape is not documented. Null where it is missing.</summary>
    public JsonElement? Cooldown { get; init; }
}
