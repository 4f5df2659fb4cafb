using SeoAudit.Client.Json;

namespace SeoAudit.Client.MetricSpot;

/// <summary>The answer of <c>POST /api/public/audit</c>.</summary>
public sealed record AnonymousAuditEnvelope : ServiceResult
{
    /// <summary>The audit.</summary>
    public required AnonymousAudit Audit
    {
        get;
        init => field = NotNull.Value(value);
    }
}
