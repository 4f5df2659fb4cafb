namespace SeoAudit.Client.Seogent;

/// <summary>What a page says of itself; each member is null where the page is silent.</summary>
public sealed record ScannedPageMetadata
{
    internal static readonly ScannedPageMetadata Empty = new();

    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>The meta description.</summary>
    public string? Description { get; init; }

    /// <summary>The canonical address.</summary>
    public string? Canonical { get; init; }
}
