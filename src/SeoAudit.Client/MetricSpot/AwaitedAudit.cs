namespace SeoAudit.Client.MetricSpot;

/// <summary>An audit that somebody waits for.</summary>
/// <param name="id">The audit.</param>
/// <param name="since">Since when, as a timestamp.</param>
/// <param name="firstPollAfter">How long after that it is worth asking for.</param>
internal sealed class AwaitedAudit(string id, long since, TimeSpan firstPollAfter)
{
    private readonly TaskCompletionSource<MetricSpotAudit?> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id => id;

    public long Since => since;

    public TimeSpan FirstPollAfter => firstPollAfter;

    /// <summary>The last failure to ask for it.</summary>
    public SeoAuditException? Failure { get; set; }

    public Task<MetricSpotAudit?> Result => _result.Task;

    public void Saw(AuditStatus status)
    {
        Failure = null;
        if (status.IsFinal)
        {
            _result.TrySetResult(null);
        }
    }

    public void Saw(MetricSpotAudit audit)
    {
        Failure = null;
        if (audit.Status.IsFinal)
        {
            _result.TrySetResult(audit);
        }
    }

    public void Fail(SeoAuditException exception)
    {
        if (!_result.Task.IsCompleted)
        {
            exception.Facts = exception.Facts with { OperationId = id, Service = AuditService.MetricSpot };
            Break(exception);
        }
    }

    public void Break(Exception exception)
    {
        if (_result.TrySetException(exception))
        {
            // Whoever waited may be gone.
            _ = _result.Task.Exception;
        }
    }
}
