namespace SeoAudit.Client.Seogent;

/// <summary>Which pages of a scan are wanted, and how they are got.</summary>
public sealed record ScanQuery
{
    /// <summary>The most pages that one answer may hold.</summary>
    public const int MaxPerPage = 200;

    /// <summary>Whether only pages with failed checks are wanted.</summary>
    /// <value><see langword="false"/> by default.</value>
    public bool IssuesOnly { get; init; }

    /// <summary>A filter by score: critical below 50, high below 70, medium below 90.</summary>
    /// <value><see langword="null"/> by default: pages of any score.</value>
    public MinSeverity? MinSeverity { get; init; }

    /// <summary>How many pages one answer holds, 1 to 200.</summary>
    /// <value><see langword="null"/> by default: the service's 100.</value>
    public int? PerPage { get; init; }

    /// <summary>Whether the next answer is got while one is read.</summary>
    /// <value><see langword="true"/> by default.</value>
    public bool Prefetch { get; init; } = true;
}
