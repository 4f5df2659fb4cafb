using System.Diagnostics.Metrics;

namespace SeoAudit.Client.Diagnostics;

/// <summary>Measures waits and polls.</summary>
internal sealed class WaitMetrics(Meter meter)
{
    // From one page to a whole site.
    private static readonly double[] Seconds = [1, 5, 10, 30, 60, 120, 300, 600, 1_800, 3_600];

    private readonly Counter<long> _polls = meter.Counter(Instruments.Polls);
    private readonly Histogram<double> _waits = meter.Duration(Instruments.WaitDuration, Seconds);

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
