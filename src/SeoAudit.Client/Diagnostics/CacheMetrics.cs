using System.Diagnostics.Metrics;

namespace SeoAudit.Client.Diagnostics;

internal sealed class CacheMetrics(IMeterFactory meters)
{
    public const string Hit = "hit";
    public const string Miss = "miss";
    public const string Error = "error";

    private readonly Counter<long> _lookups = meters.Create(SeoAuditTelemetry.MeterName).Counter(Instruments.CacheLookups);

    public void CountLookup(string result, AuditService service)
    {
        if (_lookups.Enabled)
        {
            _lookups.Add(1, new KeyValuePair<string, object?>(TelemetryTag.CacheResult, result), new KeyValuePair<string, object?>(TelemetryTag.Service, service.ToString()));
        }
    }
}
