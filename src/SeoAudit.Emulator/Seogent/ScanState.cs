using System.Collections.Immutable;
using SeoAudit.Emulator.Seogent.Wire;

namespace SeoAudit.Emulator.Seogent;

/// <summary>How far a scan is. Replaced as a whole, so that every answer is consistent in itself.</summary>
internal sealed record ScanState
{
    public required ScanPhase Phase { get; init; }

    public int TotalUrls { get; init; }

    public int UrlsCrawled { get; init; }

    /// <summary>The analysed pages in the order of their analysis.</summary>
    public ImmutableList<ScannedPage> Pages { get; init; } = [];

    public IReadOnlyList<SeogentCheck> SiteChecks { get; init; } = [];

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? CrawlingCompletedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public bool IsTerminal => Phase >= ScanPhase.Completed;

    /// <summary>
    /// The crawled share, as in the documented sample (23 of 45 crawled: 51), and 100 only when the scan is complete.
    /// </summary>
    public int Percentage =>
        Phase == ScanPhase.Completed ? 100
        : TotalUrls == 0 || Phase == ScanPhase.Pending ? 0
        : Math.Min(99, UrlsCrawled * 100 / TotalUrls);

    public int? AverageScore =>
        Pages.IsEmpty ? null : (int)Math.Round(Pages.Average(page => page.Wire.Score), MidpointRounding.AwayFromZero);
}
