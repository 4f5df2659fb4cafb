using System.Text.Json;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.Seogent;

/// <summary>One page of a scan's results, with the summary of the whole scan. Source: SEOgent API reference, <c>GET /scans/{scan_id}/results</c>.</summary>
public sealed record ScanResults : ServiceResult
{
    /// <summary>The scan's id.</summary>
    public required string ScanId
    {
        get;
        init => field = NotNull.Value(value);
    }

    /// <summary>The domain; may be null for a scan of URLs.</summary>
    public string? Domain { get; init; }

    /// <summary>Where the scan stands; results of an unfinished or failed scan may be partial.</summary>
    public ScanStatus Status { get; init; }

    /// <summary>0 to 100; null where nothing was analysed.</summary>
    public double? AverageScore { get; init; }

    /// <summary>Pages by grade band; null where the service gives none.</summary>
    public ScanSummary? Summary { get; init; }

    /// <summary>What the service says of performance over all pages; its members are not documented. Null where it was not asked for.</summary>
    public JsonElement? PerformanceSummary { get; init; }

    /// <summary>What the service says of accessibility over all pages; its members are not documented. Null where it was not asked for.</summary>
    public JsonElement? AccessibilitySummary { get; init; }

    /// <summary>Checks of the site as a whole; null where the service gives none.</summary>
    public SiteChecks? SiteChecks { get; init; }

    /// <summary>The commonest issues, not sorted. Never null.</summary>
    public IReadOnlyList<TopIssue> TopIssues
    {
        get => field ?? [];
        init => field = NotNull.Items(value);
    }

    /// <summary>The pages, and where to go on. Never null.</summary>
    public ScanResultsPage Results
    {
        get => field ?? ScanResultsPage.Empty;
        init;
    }
}
