using System.Diagnostics.Metrics;

namespace SeoAudit.Client.Diagnostics;

/// <summary>Measures waits and polls.</summary>
internal sealed class WaitMetrics(Meter meter)
{
    private readonly Counter<long> _polls = meter.Counter(Instruments.Polls);
    private readonly Histogram<double> _waits = meter.Duration(Instruments.WaitDuration);

    public bool Enabled => _polls.Enabled || _waits.Enabled;

    public void Poll(AuditService service, string? errorType)
    {
        if (_polls.Enabled)
        {
            _polls.Add(1, MeterExtensions.Tags(service, operation: null, errorType));
        }
    }

    public void Wait(AuditService service, TimeSpan duration, string? errorType)
    {
        if (_waits.Enabled)
        {
            _waits.Record(duration.TotalSeconds, MeterExtensions.Tags(service, operation: null, errorType));
        }
    }
}
