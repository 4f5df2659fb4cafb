namespace SeoAudit.Cli.Running;

/// <summary>Cancels work a while after it was asked to stop.</summary>
internal sealed class CutOff : IDisposable
{
    private readonly CancellationTokenSource _cut = new();
    private readonly ITimer _timer;
    private readonly CancellationTokenRegistration _registration;

    public CutOff(Invocation invocation, TimeSpan grace)
    {
        _timer = invocation.Time.CreateTimer(_ => _cut.Cancel(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _registration = invocation.Stop.Register(() =>
        {
            invocation.Screen.Note("Stopping; press Ctrl+C again to end at once.");
            _timer.Change(grace, Timeout.InfiniteTimeSpan);
        });
    }

    public CancellationToken Token => _cut.Token;

    public void Dispose()
    {
        _registration.Dispose();
        _timer.Dispose();

        // The timer may have just fired and be about to cancel the source, which has nothing to let go of.
    }
}
