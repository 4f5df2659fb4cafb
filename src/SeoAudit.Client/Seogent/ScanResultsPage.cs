using SeoAudit.Client.Json;

namespace SeoAudit.Client.Seogent;

/// <summary>The pages of one answer, and where to go on.</summary>
public sealed record ScanResultsPage
{
    internal static readonly ScanResultsPage Empty = new();

    /// <summary>The pages. Never null.</summary>
    public IReadOnlyList<ScannedPage> Data
    {
        get => field ?? [];
        init => field = NotNull.Items(value);
    }

    /// <summary>Where the next pages begin; null at the end. Opaque.</summary>
    public string? NextCursor { get; init; }

    /// <summary>Where the pages before begin; null at the beginning. Opaque.</summary>
    public string? PrevCursor { get; init; }

    /// <summary>How many pages an answer holds at most, 1 to 200.</summary>
    public int? PerPage { get; init; }
}
