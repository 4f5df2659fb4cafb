using System.Text.Json;

namespace SeoAudit.Client.Seogent;

/// <summary>What a scan found: the summary of the whole, and the pages, got as they are read.</summary>
public sealed record ScanReport
{
    /// <summary>The scan's id.</summary>
    public required string ScanId { get; init; }

    /// <summary>The domain; may be null for a scan of URLs.</summary>
    public string? Domain { get; init; }

    /// <summary>Where the scan stands; anything but completed means that pages may be missing.</summary>
    public required ScanStatus Status { get; init; }

    /// <summary>0 to 100; null where nothing was analysed.</summary>
    public double? AverageScore { get; init; }

    /// <summary>Pages by band; null where the service gives none.</summary>
    public ScanSummary? Summary { get; init; }

    /// <summary>What the service says of performance over all pages, as JSON; null where it was not asked for.</summary>
    public JsonElement? PerformanceSummary { get; init; }

    /// <summary>What the service says of accessibility over all pages, as JSON; null where it was not asked for.</summary>
    public JsonElement? AccessibilitySummary { get; init; }

    /// <summary>Checks of the site as a whole; null where the service gives none.</summary>
    public SiteChecks? SiteChecks { get; init; }

    /// <summary>The commonest issues, not sorted.</summary>
    public IReadOnlyList<TopIssue> TopIssues { get; init; } = [];

    /// <summary>All pages. The first of them came with the report; the others are requested as they are read.</summary>
    public required AsyncPages<ScannedPage> Pages { get; init; }
}
