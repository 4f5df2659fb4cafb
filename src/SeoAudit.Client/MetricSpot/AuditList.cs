using SeoAudit.Client.Json;

namespace SeoAudit.Client.MetricSpot;

/// <summary>Up to 100 audits, the latest of each URL. Source: MetricSpot, <c>GET /api/audits</c>.</summary>
public sealed record AuditList : ServiceResult
{
    /// <summary>The audits, without findings. Never null.</summary>
    public IReadOnlyList<AuditRow> Audits
    {
        get => field ?? [];
        init => field = NotNull.Items(value);
    }
}
