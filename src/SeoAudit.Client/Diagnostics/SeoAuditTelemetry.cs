namespace SeoAudit.Client;

/// <summary>Names that telemetry is subscribed to by.</summary>
public static class SeoAuditTelemetry
{
    /// <summary>
    /// The meter. Instruments: <c>seoaudit.cache.lookups</c>, a counter of audits that were looked for in the cache, with the tags
    /// <c>seoaudit.cache.result</c> (<c>hit</c>, <c>miss</c>, or <c>error</c> where the cache failed) and <c>seoaudit.service</c> (the
    /// name of an <see cref="AuditService"/>); <c>seoaudit.quota.remaining</c>, a gauge of the audits that may still be sent in the
    /// current period, with the tags <c>seoaudit.service</c> and, for keyed accounts, <c>seoaudit.account</c>.
    /// </summary>
    public const string MeterName = "SeoAudit.Client";

    internal const string ServiceTag = "seoaudit.service";

    internal const string AccountTag = "seoaudit.account";
}
