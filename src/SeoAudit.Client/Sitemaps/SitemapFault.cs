namespace SeoAudit.Client;

/// <summary>Something in a sitemap that could not be read, and was left out; see <see cref="SitemapOptions.Faults"/>.</summary>
/// <param name="Kind">What it cost.</param>
/// <param name="Reason">What is wrong, in English.</param>
public sealed record SitemapFault(SitemapFaultKind Kind, string Reason)
{
    /// <summary>
    /// The sitemap with the fault; for <see cref="SitemapFaultKind.Sitemap"/> the one that was not read. Null for one read from a
    /// stream without <see cref="SitemapOptions.BaseAddress"/>.
    /// </summary>
    public Uri? Sitemap { get; init; }

    /// <summary>The line of the fault, from 1; 0 where it is not known.</summary>
    public int LineNumber { get; init; }

    /// <summary>The column of the fault, from 1; 0 where it is not known.</summary>
    public int LinePosition { get; init; }

    /// <summary>The first 200 characters of what could not be read; null where there is nothing to show.</summary>
    public string? Text { get; init; }

    /// <summary>Why a sitemap could not be read; null for the other kinds, and for a sitemap that a limit kept from being asked for.</summary>
    public SeoAuditException? Error { get; init; }
}
