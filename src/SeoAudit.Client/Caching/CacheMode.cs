namespace SeoAudit.Client;

/// <summary>How one call uses the cache of audits, where the app has set one up with <c>UseCaching</c>; otherwise it means nothing.</summary>
public enum CacheMode
{
    /// <summary>A cached audit serves; a new one is cached.</summary>
    Use,

    /// <summary>The page is audited in any case; the new audit replaces the cached one.</summary>
    Refresh,

    /// <summary>The cache is neither read nor written.</summary>
    Bypass,
}
