using SeoAudit.Client.Json;

namespace SeoAudit.Client.Seogent;

/// <summary>Checks of a site as a whole.</summary>
public sealed record SiteChecks
{
    /// <summary>The checks, without weights. Never null.</summary>
    public IReadOnlyList<SeogentCheck> Checks
    {
        get => field ?? [];
        init => field = NotNull.Items(value);
    }

    /// <summary>Titles that several pages share; null where the service gives none.</summary>
    public DuplicateGroups? DuplicateTitles { get; init; }

    /// <summary>Descriptions that several pages share; null where the service gives none.</summary>
    public DuplicateGroups? DuplicateDescriptions { get; init; }
}
