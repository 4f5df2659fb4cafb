using SeoAudit.Client.Json;

namespace SeoAudit.Client.Seogent;

/// <summary>Texts that several pages share.</summary>
public sealed record DuplicateGroups
{
    /// <summary>How many, as the service counts.</summary>
    public int Count { get; init; }

    /// <summary>Whether there are any.</summary>
    public bool Found { get; init; }

    /// <summary>The texts and their pages. Never null.</summary>
    public IReadOnlyList<DuplicateGroup> Duplicates
    {
        get => field ?? [];
        init => field = NotNull.Items(value);
    }
}
