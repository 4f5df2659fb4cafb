namespace SeoAudit.Client.Seogent;

/// <summary>One check of a page or a site. Source: SEOgent API reference, Check Object.</summary>
public sealed record SeogentCheck
{
    /// <summary>The name for people.</summary>
    public string Name
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>The machine name, e.g. <c>canonical</c> or <c>meta_title</c>.</summary>
    public string Key
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>The verdict.</summary>
    public CheckStatus Status { get; init; }

    /// <summary>What was found.</summary>
    public string Message
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>What the check is about.</summary>
    public CheckCategory Category { get; init; }

    /// <summary>Its share in the score; null for checks of a site.</summary>
    public double? Weight { get; init; }
}
