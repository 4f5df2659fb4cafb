using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using SeoAudit.Client.Http;

namespace SeoAudit.Client.Diagnostics;

/// <summary>Where the clients of one container tell what they do: the container's meters and log, and the process's spans.</summary>
internal sealed class ClientTelemetry
{
    public ClientTelemetry(IMeterFactory meters, ILoggerFactory loggers)
    {
        Meter meter = meters.Create(SeoAuditTelemetry.MeterName);
        Audits = new AuditMetrics(meter);
        Calls = new CallMetrics(meter);
        Creations = new CreationMetrics(meter);
        Waits = new WaitMetrics(meter);
        Logger = loggers.CreateLogger(Log.Category);
    }

    public AuditMetrics Audits { get; }

    public CallMetrics Calls { get; }

    public CreationMetrics Creations { get; }

    public WaitMetrics Waits { get; }

    public ILogger Logger { get; }

    /// <summary>Whether anybody wants to know of calls that go well.</summary>
    public bool ObservesCalls => Spans.Source.HasListeners() || Calls.Enabled || Logger.IsEnabled(LogLevel.Debug);

    /// <summary>Whether anybody wants to know of waits that go well.</summary>
    public bool ObservesWaits => Waits.Enabled || Logger.IsEnabled(LogLevel.Debug);

    public void PollFailed(AuditService service, string errorType)
    {
        Waits.Poll(service, errorType);
        Log.PollFailed(Logger, service, errorType);
    }

    public void WaitFailed(AuditService service, string operationId, Exception exception)
    {
        if (exception is SeoAuditTimeoutException { Kind: TimeoutKind.Wait } timedOut)
        {
            Log.WaitTimedOut(Logger, service, operationId, timedOut.Timeout);
        }
    }

    public void RetryComes(ServiceCall call, Exception? failure, TimeSpan delay)
    {
        string reason = RetryReason.Of(failure ?? call.Failure);
        Calls.Retry(call, reason);
        if (reason == RetryReason.RateLimited)
        {
            Log.RateLimitWait(Logger, call.Profile.LogName, call.Endpoint.Name, delay);
        }
        else
        {
            Log.Retry(Logger, call.Profile.LogName, call.Endpoint.Name, delay, call.Attempts, reason);
        }
    }
}
