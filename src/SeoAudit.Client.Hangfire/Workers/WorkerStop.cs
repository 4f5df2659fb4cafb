namespace SeoAudit.Client.Hangfire.Workers;

/// <summary>How far this process is in stopping.</summary>
internal sealed class WorkerStop : IDisposable
{
    private readonly CancellationTokenSource _soft = new();
    private readonly CancellationTokenSource _hard = new();
    private bool _isDisposed;

    /// <summary>Nothing more is to be begun.</summary>
    public CancellationToken Soft => _soft.Token;

    /// <summary>What is in flight is to be left.</summary>
    public CancellationToken Hard => _hard.Token;

    public Task BeginAsync() => _soft.CancelAsync();

    public Task EndAsync() => _hard.CancelAsync();

    /// <summary>Tells both at once; has no effect after the end.</summary>
    public void End()
    {
        if (!_isDisposed)
        {
            _soft.Cancel();
            _hard.Cancel();
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        _soft.Dispose();
        _hard.Dispose();
    }
}
