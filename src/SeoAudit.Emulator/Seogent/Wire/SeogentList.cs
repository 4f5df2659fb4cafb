namespace SeoAudit.Emulator.Seogent.Wire;

internal sealed record SeogentList(IReadOnlyList<SeogentListItem> Data, SeogentListMeta Meta);

internal sealed record SeogentListItem(
    string ScanId,
    string Domain,
    string Source,
    string Status,
    string CrawlMode,
    SeogentListProgress Progress,
    int? AverageScore,
    string CreatedAt,
    string? CompletedAt);

internal sealed record SeogentListProgress(int TotalUrls, int UrlsAnalyzed, int Percentage);

internal sealed record SeogentListMeta(int CurrentPage, int LastPage, int PerPage, int Total);
