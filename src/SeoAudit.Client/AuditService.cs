namespace SeoAudit.Client;

/// <summary>The hosted services that this SDK speaks to.</summary>
public enum AuditService
{
    /// <summary>SEOPeek: one synchronous request a page, about 2 seconds, about 20 on-page checks.</summary>
    SeoPeek,

    /// <summary>SEOgent: queued scans of a whole domain or of up to 1,000 URLs, with Core Web Vitals and WCAG checks.</summary>
    Seogent,

    /// <summary>MetricSpot: queued audits of one URL, about 90 checks in 11 modules, with PDF and organic traffic.</summary>
    MetricSpot,
}
