namespace SeoAudit.Emulator.Seogent;

internal enum ScanPhase
{
    Pending,
    Crawling,
    Analyzing,
    Completed,
    Failed,
    Cancelled,
}
