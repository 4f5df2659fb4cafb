using System.ComponentModel;

namespace SeoAudit.Client.Caching;

/// <summary>An audit in the cache. Marked as immutable, so that a hit in memory is the object itself and not read from JSON again.</summary>
[ImmutableObject(true)]
internal sealed record CachedAudit(PageAudit Audit)
{
    /// <summary>What is worth keeping: what the answer said about limits is stale at once, and the raw answer only costs space.</summary>
    public static CachedAudit Of(PageAudit audit, Uri url) => new(audit with
    {
        Url = url,
        IsCached = true,
        Source = audit.Source is ServiceResult result ? result with { RateLimit = null, RawResponse = null } : audit.Source,
    });

    /// <summary>Whether it is what the key asks for, and not what someone else has put in its place.</summary>
    public bool Answers(in AuditCacheKey key) => Audit.Service == key.Service && Audit.Url.AbsoluteUri == key.Url.AbsoluteUri;
}
