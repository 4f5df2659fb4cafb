namespace SeoAudit.Emulator.Hosting;

/// <summary>Work that goes on after an answer was sent. Ends, cancelled, with the emulator.</summary>
internal sealed class BackgroundWork : IAsyncDisposable
{
    private readonly Gate _gate = new();
    private readonly HashSet<Task> _running = [];
    private readonly CancellationTokenSource _stopping = new();

    public BackgroundWork() => Stopping = _stopping.Token;

    public CancellationToken Stopping { get; }

    /// <summary>Starts work that must only let an <see cref="OperationCanceledException"/> escape.</summary>
    public void Start(Func<CancellationToken, Task> work)
    {
        lock (_gate)
        {
            if (_stopping.IsCancellationRequested)
                return;
            Task task = Task.Run(() => work(Stopping), CancellationToken.None);
            _running.Add(task);
            _ = task.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    public async Task StopAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        Task[] running;
        lock (_gate)
            running = [.. _running];
        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        _stopping.Dispose();
    }

    private void Forget(Task task)
    {
        lock (_gate)
            _running.Remove(task);
    }
}
