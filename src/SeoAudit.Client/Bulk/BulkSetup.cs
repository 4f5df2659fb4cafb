using SeoAudit.Client.Diagnostics;

namespace SeoAudit.Client.Bulk;

/// <summary>What every run of a client is made from.</summary>
/// <param name="Auditor">Makes a service's auditor for a run.</param>
/// <param name="Endpoint">Where a service answers, in words for the journal.</param>
/// <param name="Time">The clock.</param>
/// <param name="Telemetry">Where runs tell of themselves.</param>
internal sealed record BulkSetup(
    Func<AuditService, BulkAuditOptions, IBulkAuditor> Auditor, Func<AuditService, string> Endpoint, TimeProvider Time, ClientTelemetry Telemetry)
{
    public BulkEvents Events { get; } = new(Telemetry.Logger);
}
