namespace SeoAudit.Client.Tests.Cancellation;

/// <summary>A timer of an <see cref="ObservedTime"/>; none of them repeats.</summary>
internal sealed class ObservedTimer(ObservedTime time, TimerCallback callback, object? state) : ITimer
{
    private ITimer? _timer;
    private int _isArmed;

    public void Start(ITimer timer, TimeSpan dueTime, TimeSpan period)
    {
        _timer = timer;
        Change(dueTime, period);
    }

    public void Fire()
    {
        if (time.MayFire())
        {
            Arm(false);
            callback(state);
        }
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        Arm(dueTime != Timeout.InfiniteTimeSpan);
        return _timer!.Change(dueTime, period);
    }

    public void Dispose()
    {
        Arm(false);
        _timer!.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Arm(bool armed)
    {
        int now = armed ? 1 : 0;
        time.Count(now - Interlocked.Exchange(ref _isArmed, now));
    }
}
