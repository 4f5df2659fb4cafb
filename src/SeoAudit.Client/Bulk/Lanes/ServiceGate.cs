using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Http;

namespace SeoAudit.Client.Bulk.Lanes;

/// <summary>
/// Lets pages through to one service, holds all of them back while it asks for a pause, and closes for good when the pauses since
/// its last answer exceed what the caller allows. After a pause one page goes first, and the others follow when it is answered.
/// </summary>
internal sealed class ServiceGate(AuditService service, TimeSpan budget, TimeProvider time, BulkEvents events)
{
    // A service may name any moment, and a little is added to it.
    private static readonly DateTimeOffset Latest = DateTimeOffset.MaxValue - TimeSpan.FromDays(1);

    // A delay below it ends at once, and whoever then looked at the clock again would go round and round.
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);

    private readonly object _lock = new();
    private readonly TaskCompletionSource _closing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset _pausedUntil;
    private TimeSpan _paused;
    private int _pauses;
    private int _epoch;
    private TaskCompletionSource? _probe;

    // Whether nothing is held back: what most pages meet, without a lock.
    private volatile bool _isOpen = true;
    private SeoAuditException? _refusal;

    /// <summary>What <see cref="EnterAsync"/> gives when it has closed.</summary>
    public const int Closed = -1;

    /// <summary>Why it is closed; null while it is not.</summary>
    public SeoAuditException? ClosedBecause { get; private set; }

    /// <summary>Until when pages are held back; null where they are not.</summary>
    public DateTimeOffset? PausedUntil
    {
        get
        {
            lock (_lock)
            {
                return ClosedBecause is null && _pausedUntil > time.GetUtcNow() ? _pausedUntil : null;
            }
        }
    }

    private bool IsAfterPause => _pauses > 0;

    /// <summary>Waits until a page may go through. Whoever gets through must say what came of it.</summary>
    /// <returns>A ticket to say it with; <see cref="Closed"/> for ever after it has closed.</returns>
    public ValueTask<int> EnterAsync(CancellationToken cancellationToken) =>
        _isOpen ? new ValueTask<int>(Volatile.Read(ref _epoch)) : WaitAsync(cancellationToken);

    private async ValueTask<int> WaitAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task wait;
            lock (_lock)
            {
                if (ClosedBecause is not null)
                {
                    return Closed;
                }

                TimeSpan left = _pausedUntil - time.GetUtcNow();
                if (left > TimeSpan.Zero)
                {
                    wait = Task.WhenAny(Task.Delay(Durations.Max(left, ShortestWait), time, cancellationToken), _closing.Task).Unwrap();
                }
                else if (!IsAfterPause)
                {
                    return _epoch;
                }
                else if (_probe is null)
                {
                    _probe = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    return _epoch;
                }
                else
                {
                    wait = _probe.Task.WaitAsync(cancellationToken);
                }
            }

            await wait.ConfigureAwait(false);
        }
    }

    /// <summary>Keeps back a page that got through, but has not been sent, when the service has refused another since.</summary>
    /// <exception cref="SeoAuditException">It has, as it said then; the page can be told as refused.</exception>
    public void ThrowIfHeld(int ticket)
    {
        SeoAuditException? held;
        lock (_lock)
        {
            held = ticket == _epoch && ClosedBecause is null ? null : ClosedBecause ?? (IsAfterPause ? _refusal : null);
        }

        if (held is not null)
        {
            throw held;
        }
    }

    /// <summary>The service dealt with a page, well or not.</summary>
    public void Answered(int ticket)
    {
        if (_isOpen)
        {
            return;
        }

        lock (_lock)
        {
            // An answer to what was sent before the pause says nothing about what comes after it.
            if (ticket == _epoch && IsAfterPause)
            {
                _paused = TimeSpan.Zero;
                _pauses = 0;
                _isOpen = ClosedBecause is null;
                EndProbe();
            }
        }
    }

    /// <summary>The service would not take a page.</summary>
    /// <returns>Whether to come back with it.</returns>
    public bool Refused(int ticket, SeoAuditException refusal)
    {
        bool isOpen;
        bool closes;
        DateTimeOffset? pausedUntil = null;
        lock (_lock)
        {
            int epoch = _epoch;
            closes = ClosedBecause is null && (!Refusal.IsPassing(refusal) || !Pause(ticket, refusal));
            if (closes)
            {
                ClosedBecause = refusal;
                _isOpen = false;
                _closing.SetResult();
                EndProbe();
            }
            else if (epoch != _epoch)
            {
                pausedUntil = _pausedUntil;
            }

            isOpen = ClosedBecause is null;
        }

        Tell(closes, pausedUntil, refusal);
        return isOpen;
    }

    /// <summary>A page that had got through was given up.</summary>
    public void Left(int ticket)
    {
        lock (_lock)
        {
            if (ticket == _epoch)
            {
                EndProbe();
            }
        }
    }

    /// <returns>Whether the pause is within the budget.</returns>
    private bool Pause(int ticket, SeoAuditException refusal)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset before = _pausedUntil > now ? _pausedUntil : now;
        TimeSpan? asked = refusal.RateLimit?.RetryAt is { } named ? (named < Latest ? named : Latest) - now : null;
        DateTimeOffset until = asked is { } least && now + least + Backoff.Pad > before ? now + least + Backoff.Pad : before;
        if (ticket == _epoch)
        {
            // Many in flight are refused at once, and that is one pause: the first of them begins it.
            _epoch++;
            _isOpen = false;
            _refusal = refusal;
            _pauses++;
            EndProbe();
            until = until <= now ? now + Backoff.Pause(_pauses - 1)
                : asked is { } wait && until == now + wait + Backoff.Pad ? now + Backoff.Asked(wait, room: budget - _paused)
                : until;
        }

        _paused += until - before;
        _pausedUntil = until;
        return _paused <= budget;
    }

    // Not under the lock: what keeps the log is the app's.
    private void Tell(bool closes, DateTimeOffset? pausedUntil, SeoAuditException refusal)
    {
        if (closes)
        {
            events.Closed(service, refusal);
        }
        else if (pausedUntil is { } until)
        {
            events.Paused(service, until, refusal);
        }
    }

    private void EndProbe()
    {
        _probe?.TrySetResult();
        _probe = null;
    }
}
