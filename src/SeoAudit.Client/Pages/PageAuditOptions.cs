namespace SeoAudit.Client;

/// <summary>How one page is audited.</summary>
public sealed record PageAuditOptions
{
    /// <summary>The service that audits it.</summary>
    /// <value><see cref="AuditService.SeoPeek"/> by default.</value>
    public AuditService Service { get; init; } = AuditService.SeoPeek;

    /// <summary>Whether Core Web Vitals are measured; SEOgent only, where it costs more credits; the others ignore it.</summary>
    /// <value><see langword="false"/> by default.</value>
    public bool Performance { get; init; }

    /// <summary>Whether WCAG 2.1 AA checks are made; SEOgent only, where it costs more credits; the others ignore it.</summary>
    /// <value><see langword="false"/> by default.</value>
    public bool Accessibility { get; init; }

    /// <summary>How a queued audit is waited for; SEOgent and MetricSpot.</summary>
    /// <value><see langword="null"/> by default: as the service's options say.</value>
    public WaitOptions? Wait { get; init; }

    /// <summary>Whether a cached audit serves, where the app has set up a cache.</summary>
    /// <value><see cref="CacheMode.Use"/> by default.</value>
    public CacheMode Cache { get; init; } = CacheMode.Use;
}
