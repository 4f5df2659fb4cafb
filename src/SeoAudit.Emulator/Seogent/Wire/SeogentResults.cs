using System.Text.Json.Serialization;

namespace SeoAudit.Emulator.Seogent.Wire;

internal sealed record SeogentResults(
    string ScanId,
    string Domain,
    string Status,
    int? AverageScore,
    SeogentSummary Summary,
    SeogentPerformanceSummary? PerformanceSummary,
    SeogentAccessibilitySummary? AccessibilitySummary,
    SeogentSiteChecks SiteChecks,
    IReadOnlyList<SeogentIssue> TopIssues,
    SeogentResultPage Results);

internal sealed record SeogentSummary(int Excellent, int Good, int NeedsWork, int Poor);

internal sealed record SeogentPerformanceSummary(int PagesMeasured, double? AverageTtfb, double? AverageLoadTime);

internal sealed record SeogentAccessibilitySummary(
    int PagesScanned, int? AverageScore, int TotalViolations, IReadOnlyDictionary<string, int> ViolationsByImpact);

internal sealed record SeogentSiteChecks(
    IReadOnlyList<SeogentCheck> Checks, SeogentDuplicates DuplicateTitles, SeogentDuplicates DuplicateDescriptions);

internal sealed record SeogentDuplicates(int Count, bool Found, IReadOnlyList<SeogentDuplicate> Duplicates);

internal sealed record SeogentDuplicate(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Title,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Description,
    IReadOnlyList<string> Pages);

internal sealed record SeogentIssue(string Issue, int Count);

internal sealed record SeogentResultPage(
    IReadOnlyList<SeogentPage> Data, string? NextCursor, string? PrevCursor, int PerPage);
