using Microsoft.Extensions.Time.Testing;

namespace SeoAudit.Emulator.Tests.Support;

/// <summary>A clock that only tests move, and that tells who waits for it.</summary>
internal sealed class WatchedClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly HashSet<WatchedTimer> _armed = [];

    /// <summary>How many timers run.</summary>
    public int Waiting
    {
        get
        {
            lock (_armed)
            {
                return _armed.Count;
            }
        }
    }

    /// <summary>How many timers run that were set to so long.</summary>
    public int WaitingFor(TimeSpan span)
    {
        lock (_armed)
        {
            return _armed.Count(timer => timer.Span == span);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new WatchedTimer(this, callback, state);
        timer.Start(base.CreateTimer(static timer => ((WatchedTimer)timer!).Fire(), timer, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan), dueTime, period);
        return timer;
    }

    internal void Run(WatchedTimer timer)
    {
        lock (_armed)
        {
            if (!timer.HasRung)
            {
                _armed.Add(timer);
            }
        }
    }

    internal void Stop(WatchedTimer timer, bool hasRung)
    {
        lock (_armed)
        {
            timer.HasRung = hasRung;
            _armed.Remove(timer);
        }
    }
}
