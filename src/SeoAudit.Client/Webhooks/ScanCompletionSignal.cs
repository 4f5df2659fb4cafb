namespace SeoAudit.Client.Webhooks;

/// <summary>Passes signals on within the process. Keeps the latest, for a wait that begins, or polls, just when one comes.</summary>
internal sealed class ScanCompletionSignal : IScanCompletionSignal
{
    private const int MaxKept = 1_024;

    private readonly object _lock = new();
    private readonly Dictionary<string, List<TaskCompletionSource>> _waits = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _kept = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<string> _order = new();

    /// <summary>How many scans are waited for.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _waits.Count;
            }
        }
    }

    public Task WaitAsync(string scanId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scanId);
        var wait = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_kept.Contains(scanId))
            {
                return Task.CompletedTask;
            }

            if (!_waits.TryGetValue(scanId, out List<TaskCompletionSource>? waits))
            {
                _waits[scanId] = waits = [];
            }

            waits.Add(wait);
        }

        return EndAsync();

        async Task EndAsync()
        {
            try
            {
                await wait.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                Forget(scanId, wait);
            }
        }
    }

    public Task NotifyAsync(string scanId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scanId);
        cancellationToken.ThrowIfCancellationRequested();
        List<TaskCompletionSource>? waits;
        lock (_lock)
        {
            Keep(scanId);
            _waits.Remove(scanId, out waits);
        }

        waits?.ForEach(static wait => wait.TrySetResult());
        return Task.CompletedTask;
    }

    private void Keep(string scanId)
    {
        if (!_kept.Add(scanId))
        {
            return;
        }

        _order.Enqueue(scanId);
        if (_order.Count > MaxKept)
        {
            _kept.Remove(_order.Dequeue());
        }
    }

    private void Forget(string scanId, TaskCompletionSource wait)
    {
        lock (_lock)
        {
            if (_waits.TryGetValue(scanId, out List<TaskCompletionSource>? waits) && waits.Remove(wait) && waits.Count == 0)
            {
                _waits.Remove(scanId);
            }
        }
    }
}
