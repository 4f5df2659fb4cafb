namespace SeoAudit.Emulator.Seogent.Wire;

internal sealed record SeogentStatus(
    string ScanId,
    string Domain,
    string? Url,
    string Source,
    string Status,
    string CrawlMode,
    SeogentProgress Progress,
    SeogentTimestamps Timestamps);

internal sealed record SeogentProgress(int TotalUrls, int UrlsCrawled, int UrlsAnalyzed, int Percentage);

internal sealed record SeogentTimestamps(
    string CreatedAt, string? StartedAt, string? CrawlingCompletedAt, string? CompletedAt);
