namespace SeoAudit.Client;

/// <summary>Names that telemetry is subscribed to by.</summary>
public static class SeoAuditTelemetry
{
    /// <summary>
    /// The meter. Instruments: <c>seoaudit.cache.lookups</c>, a counter of audits that were looked for in the cache, with the tags
    /// <c>result</c> (<c>hit</c>, <c>miss</c>, or <c>error</c> where the cache failed) and <c>service</c> (the name of an
    /// <see cref="AuditService"/>).
    /// </summary>
    public const string MeterName = "SeoAudit.Client";
}
