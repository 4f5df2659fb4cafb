namespace SeoAudit.Client.SeoPeek;

/// <summary>What a page says of itself; each member is null where the page is silent.</summary>
public sealed record SeoPeekMeta
{
    internal static readonly SeoPeekMeta Empty = new();

    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>The meta description.</summary>
    public string? Description { get; init; }

    /// <summary>The canonical address.</summary>
    public string? Canonical { get; init; }

    /// <summary>The Open Graph title (<c>ogTitle</c>).</summary>
    public string? OgTitle { get; init; }

    /// <summary>The Open Graph description (<c>ogDescription</c>).</summary>
    public string? OgDescription { get; init; }

    /// <summary>The address of the Open Graph image (<c>ogImage</c>).</summary>
    public string? OgImage { get; init; }
}
