using System.Diagnostics.Metrics;

namespace SeoAudit.Client.Diagnostics;

internal sealed class CacheMetrics(IMeterFactory meters)
{
    public const string ResultTag = "seoaudit.cache.result";
    public const string Hit = "hit";
    public const string Miss = "miss";
    public const string Error = "error";

    private readonly Counter<long> _lookups = meters.Create(SeoAuditTelemetry.MeterName).CreateCounter<long>(
        "seoaudit.cache.lookups", "{lookup}", "Audits that were looked for in the cache.");

    public void CountLookup(string result, AuditService service)
    {
        if (_lookups.Enabled)
        {
            _lookups.Add(1, new KeyValuePair<string, object?>(ResultTag, result), new KeyValuePair<string, object?>(SeoAuditTelemetry.ServiceTag, service.ToString()));
        }
    }
}
