namespace SeoAudit.Client;

/// <summary>A check of one service, and how many pages failed it.</summary>
public sealed record FailedCheckCount
{
    /// <summary>The service whose check it is.</summary>
    public required AuditService Service { get; init; }

    /// <summary>The machine name, by which the check is told from others; null where the service has none (SEOPeek).</summary>
    public string? Key { get; init; }

    /// <summary>The name for people, as it first came. Without a <see cref="Key"/> it tells the check from others.</summary>
    public required string Name { get; init; }

    /// <summary>Pages that failed it. A page on which it failed several times counts once.</summary>
    public required int Pages { get; init; }
}
