namespace SeoAudit.Client.Hangfire.Tests.Support;

/// <summary>Holds back the answers to some pages until it is opened, and tells when so many are held.</summary>
internal sealed class Gate(Func<Uri, bool> holds, int held = 1)
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _held;

    /// <summary>Ends when so many are held.</summary>
    public Task Reached => _reached.Task;

    public void Open() => _open.TrySetResult();

    public async Task<HttpResponseMessage> AnswerAsync(Uri page, CancellationToken cancellationToken)
    {
        if (holds(page))
        {
            if (Interlocked.Increment(ref _held) == held)
            {
                _reached.TrySetResult();
            }

            await _open.Task.WaitAsync(cancellationToken);
        }

        return Scene.Good(page);
    }
}
