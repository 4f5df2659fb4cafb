using SeoAudit.Client.Seogent;

namespace SeoAudit.Client.AspNetCore;

/// <summary>A scan that has completed, as SEOgent says when it is asked; nothing of it was posted by the caller of the webhook.</summary>
public sealed record SeogentScanCompleted
{
    /// <summary>The scan's id, as the account's list has it.</summary>
    public required string ScanId { get; init; }

    /// <summary>What the scan found. Its pages are got from SEOgent as they are read.</summary>
    public required ScanReport Report { get; init; }
}
