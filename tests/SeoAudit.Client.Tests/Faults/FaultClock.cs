using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Faults;

/// <summary>
/// A clock that stands still until the client waits for it, then leaps to the next moment at which something is due, and that
/// remembers every delay it was asked for. Nothing here depends on how fast the machine is.
/// </summary>
internal sealed class FaultClock : TimeProvider
{
    private static readonly TimeSpan RealLimit = TimeSpan.FromSeconds(60);

    private readonly FakeTimeProvider _inner = new(new DateTimeOffset(2026, 3, 29, 10, 0, 0, TimeSpan.Zero));
    private readonly HashSet<FaultTimer> _armed = [];
    private readonly HashSet<object> _waiting = [];
    private readonly HashSet<object> _givenUp = [];
    private readonly List<TimeSpan> _delays = [];
    private TaskCompletionSource _changed = New();
    private bool _isHeld;

    /// <summary>How much too early timers ring.</summary>
    public TimeSpan Early { get; init; }

    public override TimeZoneInfo LocalTimeZone => _inner.LocalTimeZone;

    public override long TimestampFrequency => _inner.TimestampFrequency;

    /// <summary>The delays that the client has chosen to wait, without the deadlines that it set beside its work.</summary>
    public IReadOnlyList<TimeSpan> Delays
    {
        get
        {
            lock (_armed)
            {
                return [.. _delays];
            }
        }
    }

    public override DateTimeOffset GetUtcNow() => _inner.GetUtcNow();

    public override long GetTimestamp() => _inner.GetTimestamp();

    public void Advance(TimeSpan by) => _inner.Advance(by);

    public void Forget()
    {
        lock (_armed)
        {
            _delays.Clear();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // The platform's delays are tasks; its deadlines are token sources.
        var timer = new FaultTimer(this, isDelay: state is Task);
        timer.Start(_inner, callback, state, dueTime > Early ? dueTime - Early : dueTime, period);
        return timer;
    }

    /// <summary>Hangs, as a service does that says nothing more: time passes until the client has had enough.</summary>
    /// <param name="span">How long; null for ever.</param>
    /// <param name="cancellationToken">The client's.</param>
    public async Task StallAsync(TimeSpan? span, CancellationToken cancellationToken)
    {
        if (span is { } limited)
        {
            await Task.Delay(limited, new Uncounted(this), cancellationToken).ConfigureAwait(false);
            return;
        }

        var hanging = new TaskCompletionSource();
        await using (cancellationToken.Register(() =>
        {
            Waits(hanging, false);
            hanging.TrySetCanceled(cancellationToken);
        }).ConfigureAwait(false))
        {
            Waits(hanging, true);
            await hanging.Task.ConfigureAwait(false);
        }
    }

    /// <summary>Stands still although somebody waits, until it is let go.</summary>
    public void Hold(bool isHeld)
    {
        lock (_armed)
        {
            _isHeld = isHeld;
        }

        Changed();
    }

    /// <summary>Runs something, and lets time pass whenever it waits for time to pass.</summary>
    public async Task RunAsync(Func<Task> call)
    {
        Task task = Task.Run(call);
        var watch = new RestWatch(TestFlow.Current);
        await OwnThread.RunAsync(() => Run(task, watch)).ConfigureAwait(false);
        await task.ConfigureAwait(false);
    }

    internal void Armed(FaultTimer timer, TimeSpan dueTime)
    {
        lock (_armed)
        {
            _armed.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Due = _inner.GetUtcNow() + dueTime;
            _armed.Add(timer);
            if (timer is { IsDelay: true, IsCounted: true })
            {
                _delays.Add(dueTime + Early);
            }
        }
    }

    /// <summary>Takes in that a timer is set, before which nothing may leap to it; time may have passed since it was armed.</summary>
    internal void Set(FaultTimer timer, TimeSpan dueTime)
    {
        lock (_armed)
        {
            if (!_armed.Contains(timer))
            {
                return;
            }

            timer.Due = _inner.GetUtcNow() + dueTime;
            if (!timer.IsDelay)
            {
                return;
            }

            _waiting.Add(timer);
        }

        Changed();
    }

    internal void Disarmed(FaultTimer timer)
    {
        lock (_armed)
        {
            _armed.Remove(timer);
            _waiting.Remove(timer);
        }

        Changed();
    }

    private void Run(Task task, RestWatch watch)
    {
        long started = Stopwatch.GetTimestamp();
        while (!task.IsCompleted)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < RealLimit, "It waits again and again, without end.");
            (Task changed, TimeSpan? next) = Next();
            if (next is null)
            {
                Assert.True(Task.WhenAny(task, changed).Wait(RealLimit), "It waits for what never comes.");
                continue;
            }

            // Where one waits, another may still be at work, whose deadline must not be leapt over.
            watch.Wait(task);
            if (Next() is { Next: { } leap })
            {
                _inner.Advance(leap);
            }
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Waits(object what, bool waits)
    {
        lock (_armed)
        {
            // What is given up before it is seen to wait never waits.
            _ = !waits ? _waiting.Remove(what) || _givenUp.Add(what) : !_givenUp.Remove(what) && _waiting.Add(what);
        }

        Changed();
    }

    private void Changed()
    {
        TaskCompletionSource changed;
        lock (_armed)
        {
            changed = _changed;
            _changed = New();
        }

        changed.SetResult();
    }

    private (Task Changed, TimeSpan? Next) Next()
    {
        lock (_armed)
        {
            // Where nothing is due, what waits is about to be told that it has been given up.
            if (_waiting.Count == 0 || _armed.Count == 0 || _isHeld)
            {
                return (_changed.Task, null);
            }

            TimeSpan leap = _armed.Min(static timer => timer.Due) - _inner.GetUtcNow();
            return (_changed.Task, leap > TimeSpan.Zero ? leap : TimeSpan.Zero);
        }
    }

    // What a fault waits for is no wait of the client's.
    private sealed class Uncounted(FaultClock clock) : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new FaultTimer(clock, isDelay: true) { IsCounted = false };
            timer.Start(clock._inner, callback, state, dueTime, period);
            return timer;
        }
    }
}
