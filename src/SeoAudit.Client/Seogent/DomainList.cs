using SeoAudit.Client.Json;

namespace SeoAudit.Client.Seogent;

/// <summary>The domains that the account has scanned. Source: SEOgent API reference, <c>GET /domains</c>.</summary>
public sealed record DomainList : ServiceResult
{
    /// <summary>The domains. Never null.</summary>
    public IReadOnlyList<ScannedDomain> Data
    {
        get => field ?? [];
        init => field = NotNull.Items(value);
    }
}
