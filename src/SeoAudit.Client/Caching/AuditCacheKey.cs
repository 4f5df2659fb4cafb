namespace SeoAudit.Client.Caching;

/// <summary>What makes two audits the same for a tenant.</summary>
internal readonly record struct AuditCacheKey
{
    /// <param name="service">The service that audits.</param>
    /// <param name="url">The page; normalised, so that one page is not audited twice for its spelling.</param>
    /// <param name="performance">See <see cref="PageAuditOptions.Performance"/>.</param>
    /// <param name="accessibility">See <see cref="PageAuditOptions.Accessibility"/>.</param>
    public AuditCacheKey(AuditService service, Uri url, bool performance = false, bool accessibility = false)
    {
        Service = service;
        Url = url;

        // The other services ignore both, and make one audit of them.
        Performance = performance && service == AuditService.Seogent;
        Accessibility = accessibility && service == AuditService.Seogent;
    }

    public AuditService Service { get; }

    public Uri Url { get; }

    public bool Performance { get; }

    public bool Accessibility { get; }

    /// <summary>All that can be cached of one page.</summary>
    public static AuditCacheKey[] AllOf(Uri url) =>
    [
        new(AuditService.SeoPeek, url),
        new(AuditService.MetricSpot, url),
        new(AuditService.Seogent, url),
        new(AuditService.Seogent, url, performance: true),
        new(AuditService.Seogent, url, accessibility: true),
        new(AuditService.Seogent, url, performance: true, accessibility: true),
    ];
}
