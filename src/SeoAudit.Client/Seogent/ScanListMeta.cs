namespace SeoAudit.Client.Seogent;

/// <summary>Which page of a list this is.</summary>
public sealed record ScanListMeta
{
    /// <summary>This page, from 1.</summary>
    public int CurrentPage { get; init; }

    /// <summary>The last page.</summary>
    public int LastPage { get; init; }

    /// <summary>Items a page.</summary>
    public int PerPage { get; init; }

    /// <summary>Items in all.</summary>
    public int Total { get; init; }
}
