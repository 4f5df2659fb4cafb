namespace SeoAudit.Emulator.Seogent.Wire;

internal sealed record SeogentCreated(
    string ScanId,
    string Status,
    string Domain,
    string CrawlMode,
    int TotalUrls,
    long EstimatedCredits,
    string? WebhookUrl,
    string Message);
