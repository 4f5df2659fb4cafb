namespace SeoAudit.Emulator.MetricSpot;

internal enum AuditPhase
{
    Queued,
    Running,
    Completed,
    Failed,
}
