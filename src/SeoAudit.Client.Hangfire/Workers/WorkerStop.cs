namespace SeoAudit.Client.Hangfire.Workers;

/// <summary>How far this process is in stopping.</summary>
internal sealed class WorkerStop : IDisposable
{
    private readonly CancellationTokenSource _soft = new();
    private readonly CancellationTokenSource _hard = new();

    /// <summary>Nothing more is to be begun.</summary>
    public CancellationToken Soft => _soft.Token;

    /// <summary>What is in flight is to be left.</summary>
    public CancellationToken Hard => _hard.Token;

    public Task BeginAsync() => _soft.CancelAsync();

    public Task EndAsync() => _hard.CancelAsync();

    public void Dispose()
    {
        _soft.Dispose();
        _hard.Dispose();
    }
}
