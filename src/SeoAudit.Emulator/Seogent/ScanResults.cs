using SeoAudit.Emulator.Seogent.Wire;

namespace SeoAudit.Emulator.Seogent;

/// <summary>Words the results of a scan, one cursor page of them.</summary>
internal static class ScanResults
{
    private const int MaxTopIssues = 10;

    public static SeogentResults Of(Scan scan, ResultsQuery query, SeogentEmulatorOptions options)
    {
        ScanState state = scan.State;
        IReadOnlyList<ScannedPage> pages = state.Pages;
        return new SeogentResults(
            scan.Id,
            scan.Request.Domain,
            Scan.StatusText(state.Phase, options),
            state.AverageScore,
            new SeogentSummary(
                pages.Count(page => page.Wire.Score >= 90),
                pages.Count(page => page.Wire.Score is >= 70 and < 90),
                pages.Count(page => page.Wire.Score is >= 50 and < 70),
                pages.Count(page => page.Wire.Score < 50)),
            scan.Request.PerformanceScan ? Performance(pages) : null,
            scan.Request.AccessibilityScan ? AccessibilityReport.Summary(pages) : null,
            new SeogentSiteChecks(
                state.SiteChecks,
                Duplicates(pages, page => page.Metadata.Title, (text, urls) => new SeogentDuplicate(text, Description: null, urls)),
                Duplicates(pages, page => page.Metadata.Description, (text, urls) => new SeogentDuplicate(Title: null, text, urls))),
            TopIssues(pages),
            Page(pages, query));
    }

    private static SeogentPerformanceSummary Performance(IReadOnlyList<ScannedPage> pages) => new(
        pages.Count,
        pages.Count == 0 ? null : Math.Round(pages.Average(page => page.Wire.Performance?.Ttfb ?? 0), 3),
        pages.Count == 0 ? null : Math.Round(pages.Average(page => page.LoadTime.TotalSeconds), 3));

    private static SeogentDuplicates Duplicates(
        IReadOnlyList<ScannedPage> pages,
        Func<SeogentPage, string?> text,
        Func<string, IReadOnlyList<string>, SeogentDuplicate> duplicate)
    {
        SeogentDuplicate[] found =
        [
            .. pages
                .Where(page => !string.IsNullOrWhiteSpace(text(page.Wire)))
                .GroupBy(page => text(page.Wire)!, StringComparer.Ordinal)
                .Where(group => group.Skip(1).Any())
                .Select(group => duplicate(group.Key, [.. group.Select(page => page.Wire.Url)])),
        ];

        // The sample counts 2 for one title on two pages: it counts pages.
        int count = found.Sum(item => item.Pages.Count);
        return new SeogentDuplicates(count, found.Length > 0, found);
    }

    /// <summary>
    /// Checks by the number of pages that fail them. The texts of one check differ where they name values; the most frequent
    /// stands for all.
    /// </summary>
    private static SeogentIssue[] TopIssues(IReadOnlyList<ScannedPage> pages) =>
    [
        .. pages
            .SelectMany(page => page.Issues)
            .GroupBy(issue => issue.Key, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Take(MaxTopIssues)
            .Select(group => new SeogentIssue(
                group.GroupBy(issue => issue.Text, StringComparer.Ordinal)
                    .OrderByDescending(texts => texts.Count())
                    .ThenBy(texts => texts.Key, StringComparer.Ordinal)
                    .First().Key,
                group.Count())),
    ];

    /// <summary>Lowest score first; the order of analysis decides between equal scores.</summary>
    private static SeogentResultPage Page(IReadOnlyList<ScannedPage> pages, ResultsQuery query)
    {
        ScannedPage[] all =
        [
            .. pages
                .Where(page => !query.IssuesOnly || page.Issues.Count > 0)
                .Where(page => query.ScoreBelow is not { } limit || page.Wire.Score < limit)
                .OrderBy(page => page.Wire.Score)
                .ThenBy(page => page.Ordinal),
        ];

        int start = query.Cursor switch
        {
            null => 0,
            { PointsToNextItems: true } after => all.Count(page => Compare(page, after) <= 0),
            { } before => Math.Max(0, all.Count(page => Compare(page, before) < 0) - query.PerPage),
        };
        int end = query.Cursor is { PointsToNextItems: false } edge
            ? all.Count(page => Compare(page, edge) < 0)
            : Math.Min(all.Length, start + query.PerPage);
        ScannedPage[] shown = all[start..end];
        return new SeogentResultPage(
            [.. shown.Select(page => page.Wire)],
            end < all.Length && shown.Length > 0 ? ResultCursor.Write(shown[^1], pointsToNextItems: true) : null,
            start > 0 && shown.Length > 0 ? ResultCursor.Write(shown[0], pointsToNextItems: false) : null,
            query.PerPage);
    }

    private static int Compare(ScannedPage page, SeogentCursor cursor) =>
        (page.Wire.Score, page.Ordinal).CompareTo((cursor.Score, cursor.Ordinal));
}
