namespace SeoAudit.Emulator.Tests.Support;

/// <summary>A timer of a <see cref="WatchedClock"/>; none of them repeats.</summary>
internal sealed class WatchedTimer(WatchedClock clock, TimerCallback callback, object? state) : ITimer
{
    private ITimer? _timer;

    /// <summary>To how long it was set.</summary>
    public TimeSpan Span { get; private set; }

    /// <summary>Whether it has come to its end since it was set.</summary>
    public bool HasRung { get; set; }

    public void Start(ITimer timer, TimeSpan dueTime, TimeSpan period)
    {
        _timer = timer;
        Change(dueTime, period);
    }

    public void Fire()
    {
        clock.Stop(this, hasRung: true);
        callback(state);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        clock.Stop(this, hasRung: dueTime == Timeout.InfiniteTimeSpan);
        Span = dueTime;
        bool isChanged = _timer!.Change(dueTime, period);
        // Only now: who sees that it runs may move the clock at once.
        clock.Run(this);
        return isChanged;
    }

    public void Dispose()
    {
        clock.Stop(this, hasRung: true);
        _timer!.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
