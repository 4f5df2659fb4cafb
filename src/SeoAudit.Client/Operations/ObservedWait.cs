using System.Diagnostics;
using SeoAudit.Client.Diagnostics;

namespace SeoAudit.Client.Operations;

/// <summary>Tells of a wait and its polls, where somebody listens.</summary>
internal sealed class ObservedWait
{
    private readonly AuditService _service;
    private readonly ClientTelemetry? _telemetry;
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly Activity? _span;
    private int _polls;

    private ObservedWait(AuditService service, string operationId, ClientTelemetry? telemetry, TimeProvider time)
    {
        _service = service;
        _telemetry = telemetry;
        _time = time;
        _started = time.GetTimestamp();
        _span = Spans.StartWait(service, operationId);
    }

    /// <summary>Begins to tell of a wait.</summary>
    /// <param name="service">The service.</param>
    /// <param name="operationId">What is waited for.</param>
    /// <param name="telemetry">Where to; null for an operation that does not come from a registered client, which has spans only.</param>
    /// <param name="time">The clock.</param>
    /// <returns>What is to be told of polls and of the end; null where nobody listens.</returns>
    public static ObservedWait? Start(AuditService service, string operationId, ClientTelemetry? telemetry, TimeProvider time) =>
        Spans.Source.HasListeners() || telemetry is { ObservesWaits: true } ? new ObservedWait(service, operationId, telemetry, time) : null;

    /// <summary>Makes a poll that is told of.</summary>
    public Func<CancellationToken, Task<AuditProgress>> Observing(Func<CancellationToken, Task<AuditProgress>> poll) =>
        cancellationToken => PollAsync(poll, cancellationToken);

    /// <summary>Says how it ended; null for well.</summary>
    public void End(Exception? exception)
    {
        string? errorType = exception is null ? null : ErrorType.Of(exception);
        _telemetry?.Waits.Wait(_service, _time.GetElapsedTime(_started), errorType);
        _span?.SetTag(TelemetryTag.PollCount, _polls > 0 ? _polls : null);
        if (errorType is not null)
        {
            _span.Fail(errorType, exception is OperationCanceledException);
        }

        _span?.Dispose();
    }

    private async Task<AuditProgress> PollAsync(Func<CancellationToken, Task<AuditProgress>> poll, CancellationToken cancellationToken)
    {
        _polls++;
        using Activity? span = Spans.StartPoll(_service);
        try
        {
            AuditProgress progress = await poll(cancellationToken).ConfigureAwait(false);
            span?.SetTag(TelemetryTag.IsFinal, progress.IsFinal);
            _telemetry?.Waits.Poll(_service, errorType: null);
            return progress;
        }
        catch (Exception exception)
        {
            string errorType = ErrorType.Of(exception);
            span.Fail(errorType, exception is OperationCanceledException);
            _telemetry?.PollFailed(_service, errorType);
            throw;
        }
    }
}
