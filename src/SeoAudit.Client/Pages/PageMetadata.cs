namespace SeoAudit.Client;

/// <summary>What a page says of itself; each member is null where the page, or the service, is silent.</summary>
public sealed record PageMetadata
{
    internal static readonly PageMetadata Empty = new();

    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>The meta description.</summary>
    public string? Description { get; init; }

    /// <summary>The canonical address.</summary>
    public string? Canonical { get; init; }

    /// <summary>The Open Graph title (SEOPeek).</summary>
    public string? OgTitle { get; init; }

    /// <summary>The Open Graph description (SEOPeek).</summary>
    public string? OgDescription { get; init; }

    /// <summary>The address of the Open Graph image (SEOPeek).</summary>
    public string? OgImage { get; init; }
}
