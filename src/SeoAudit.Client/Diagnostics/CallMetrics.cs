using System.Diagnostics;
using System.Diagnostics.Metrics;
using SeoAudit.Client.Http;

namespace SeoAudit.Client.Diagnostics;

/// <summary>Measures calls, attempts and retries.</summary>
internal sealed class CallMetrics(Meter meter)
{
    // A poll takes a tenth of a second, an audit some seconds, an anonymous one two minutes.
    private static readonly double[] Seconds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300];

    private readonly Histogram<double> _operations = meter.Duration(Instruments.OperationDuration, Seconds);
    private readonly Counter<long> _attempts = meter.Counter(Instruments.Attempts);
    private readonly Histogram<double> _attemptDurations = meter.Duration(Instruments.AttemptDuration, Seconds);
    private readonly Counter<long> _retries = meter.Counter(Instruments.Retries);

    /// <summary>Whether somebody measures calls or attempts.</summary>
    public bool Enabled => _operations.Enabled || _attempts.Enabled || _attemptDurations.Enabled;

    public void Operation(ServiceProfile profile, ServiceEndpoint endpoint, TimeSpan duration, string? errorType)
    {
        if (_operations.Enabled)
        {
            _operations.Record(duration.TotalSeconds, MeterExtensions.Tags(profile.Service, endpoint.Name, errorType));
        }
    }

    public void Attempt(ServiceCall call, TimeSpan duration, int? status, string? errorType)
    {
        if (!_attempts.Enabled && !_attemptDurations.Enabled)
        {
            return;
        }

        TagList tags = MeterExtensions.Tags(call.Profile.Service, call.Endpoint.Name, errorType);
        if (status is { } answered)
        {
            tags.Add(TelemetryTag.StatusCode, answered);
        }

        _attempts.Add(1, tags);
        _attemptDurations.Record(duration.TotalSeconds, tags);
    }

    public void Retry(ServiceCall call, string reason)
    {
        if (_retries.Enabled)
        {
            TagList tags = MeterExtensions.Tags(call.Profile.Service, call.Endpoint.Name);
            tags.Add(TelemetryTag.RetryReason, reason);
            _retries.Add(1, tags);
        }
    }
}
