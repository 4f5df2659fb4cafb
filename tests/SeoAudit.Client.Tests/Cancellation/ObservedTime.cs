using Microsoft.Extensions.Time.Testing;

namespace SeoAudit.Client.Tests.Cancellation;

/// <summary>A fake clock that knows which of its timers run, and on which one of the waits may never end.</summary>
internal sealed class ObservedTime() : FakeTimeProvider(new DateTimeOffset(2026, 3, 12, 12, 0, 0, TimeSpan.Zero))
{
    private int _armed;
    private int _fired;
    private int? _stall;

    /// <summary>How many timers run.</summary>
    public int Armed => Volatile.Read(ref _armed);

    /// <summary>How many timers have run out.</summary>
    public int Fired => Volatile.Read(ref _fired);

    /// <summary>Ends when the timer that must not run out has come to its end.</summary>
    public TaskCompletionSource Stalled { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Counts from here on, and lets one of the coming waits never end.</summary>
    public void Begin(int? stall)
    {
        (_fired, _stall) = (0, stall);
        Stalled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ObservedTimer(this, callback, state);
        timer.Start(base.CreateTimer(static timer => ((ObservedTimer)timer!).Fire(), timer, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan), dueTime, period);
        return timer;
    }

    public void Count(int change) => Interlocked.Add(ref _armed, change);

    /// <summary>Whether a timer that has come to its end may say so.</summary>
    public bool MayFire()
    {
        if (Interlocked.Increment(ref _fired) != _stall)
        {
            return true;
        }

        Stalled.TrySetResult();
        return false;
    }
}
