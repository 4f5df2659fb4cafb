using SeoAudit.Client.Json;

namespace SeoAudit.Client.Seogent;

/// <summary>A page of the account's scans. Source: SEOgent API reference, <c>GET /scans</c>.</summary>
public sealed record ScanList : ServiceResult
{
    /// <summary>The scans, newest first. Never null.</summary>
    public IReadOnlyList<ScanListItem> Data
    {
        get => field ?? [];
        init => field = NotNull.Items(value);
    }

    /// <summary>Which page this is, of how many; null where the service does not say.</summary>
    public ScanListMeta? Meta { get; init; }
}
