using System.Globalization;
using System.Threading.RateLimiting;

namespace SeoAudit.Client.Pacing;

/// <summary>
/// Hands out permits one at a time, each from all windows or from none, in the order in which they were asked for. Whoever would
/// have to wait too long is refused at once instead. The platform's own limiters cannot be driven by a <see cref="TimeProvider"/>.
/// </summary>
internal sealed class WindowRateLimiter(TimeProvider time) : RateLimiter
{
    // No need to sleep longer at a stretch, and a timer cannot sleep longer than 49 days.
    private const double LongestSleep = 24 * 3600 * 1000;

    private readonly PacingClock _clock = new(time);
    private readonly WindowSet _windows = new(new PacingClock(time));
    private readonly List<QueuedCall> _queue = [];
    private PacingRules _rules;
    private ITimer? _timer;
    private bool _planIsOld;
    private bool _closed;
    // Before the first one, when there could have been one.
    private long _lastGrant = time.GetTimestamp();
    private long _granted;
    private long _refused;

    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (_queue)
            {
                long now = _clock.Now;
                long? since = _granted == 0 ? _lastGrant : _windows.IdleSince(_lastGrant, now);
                return _queue.Count == 0 && since is { } idle ? time.GetElapsedTime(idle, now) : null;
            }
        }
    }

    /// <summary>
    /// Goes by these rules from now on. What was sent still counts. Calls that wait do so by the new rules, and those whose wait
    /// would become too long are refused.
    /// </summary>
    public void Apply(in PacingRules rules)
    {
        lock (_queue)
        {
            if (rules == _rules || _closed)
            {
                return;
            }

            _rules = rules;
            _windows.Change(rules);
            long now = _clock.Now;
            GrantDue(now);
            Plan(now, refuseLate: true);
            SetTimer(now);
        }
    }

    /// <summary>What is left of the quota; null where there is none.</summary>
    public (int Limit, int Remaining, DateTimeOffset? ResetsAt)? Quota()
    {
        lock (_queue)
        {
            long now = _clock.Now;
            return _windows.Quota is { } quota
                ? (quota.Permits, Math.Max(0, quota.Permits - quota.Held(now)), quota.ResetsAt(now))
                : null;
        }
    }

    public override RateLimiterStatistics GetStatistics()
    {
        lock (_queue)
        {
            return new RateLimiterStatistics
            {
                CurrentAvailablePermits = _windows.Available(_clock.Now),
                CurrentQueuedCount = _queue.Count,
                TotalSuccessfulLeases = _granted,
                TotalFailedLeases = _refused,
            };
        }
    }

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_queue)
        {
            long now = Begin(permitCount);
            (long due, PacingWindow? limit) = Next(now);
            return due <= now ? Take(permitCount, now) : Refuse(now, due, limit, "and this call does not wait");
        }
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        lock (_queue)
        {
            long now = Begin(permitCount);
            (long due, PacingWindow? limit) = Next(now);
            if (due <= now)
            {
                return new(Take(permitCount, now));
            }

            if (_clock.Span(due - now) > _rules.MaxWait)
            {
                return new(Refuse(now, due, limit, TooLong()));
            }

            if (_queue.Count >= _rules.QueueLimit)
            {
                return new(Refuse(now, due, limit, string.Create(
                    CultureInfo.InvariantCulture, $"and as many calls wait as {Setting("PacingQueueLimit")} = {_rules.QueueLimit} allows")));
            }

            var call = new QueuedCall(now + _clock.Units(_rules.MaxWait), GiveUp, cancellationToken) { Due = due, Limit = limit };
            _queue.Add(call);
            if (_queue.Count == 1)
            {
                SetTimer(now);
            }

            call.WatchToken();
            return new(call.Task);
        }
    }

    protected override void Dispose(bool disposing)
    {
        lock (_queue)
        {
            _closed = true;
            _timer?.Dispose();
            _queue.ForEach(static call => call.End(PacingLease.Closed));
            _queue.Clear();
        }

        base.Dispose(disposing);
    }

    private long Begin(int permitCount)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(permitCount, 1);
        ObjectDisposedException.ThrowIf(_closed, this);
        long now = _clock.Now;
        // The timer may be late.
        if (GrantDue(now))
        {
            SetTimer(now);
        }

        return now;
    }

    private (long Due, PacingWindow? Limit) Next(long now)
    {
        if (_planIsOld)
        {
            Plan(now, refuseLate: false);
        }

        return _windows.Next(now, _queue, _queue.Count);
    }

    private PacingLease Take(int permitCount, long now)
    {
        // By the convention of the base class, asking for none only asks whether there are any.
        if (permitCount > 0)
        {
            _windows.Take(now);
            _lastGrant = now;
            _granted++;
        }

        return PacingLease.Granted;
    }

    private PacingLease Refuse(long now, long due, PacingWindow? limit, string why)
    {
        _refused++;
        TimeSpan wait = _clock.Span(due - now);
        return new PacingLease(wait, string.Create(
            CultureInfo.InvariantCulture,
            $"by {Setting(limit?.Rule.Setting)} the next may go in {wait.TotalSeconds:0.###} seconds, {why}"));
    }

    private string TooLong() => string.Create(
        CultureInfo.InvariantCulture,
        $"longer than the {_rules.MaxWait.TotalSeconds:0.###} seconds of {Setting("MaxPacingWait")}");

    private string Setting(string? name) => $"{SeoAuditOptions.SectionName}:{_rules.Section}:{name}";

    private bool GrantDue(long now)
    {
        var any = false;
        while (_queue.Count > 0 && _windows.Next(now, _queue, ahead: 0).Due <= now)
        {
            QueuedCall call = _queue[0];
            _queue.RemoveAt(0);
            any = _planIsOld = true;
            if (call.IsCancelled)
            {
                call.Cancel();
            }
            else
            {
                call.End(Take(permitCount: 1, now));
            }
        }

        return any;
    }

    private void Plan(long now, bool refuseLate)
    {
        for (var index = 0; index < _queue.Count;)
        {
            QueuedCall call = _queue[index];
            (call.Due, call.Limit) = _windows.Next(now, _queue, index);
            if (refuseLate && call.Due > call.Deadline)
            {
                _queue.RemoveAt(index);
                call.End(Refuse(now, call.Due, call.Limit, TooLong()));
            }
            else
            {
                index++;
            }
        }

        _planIsOld = false;
    }

    private void GiveUp(QueuedCall call)
    {
        lock (_queue)
        {
            // The tokens of one source call back in reverse order.
            int place = _queue.LastIndexOf(call);
            if (place < 0)
            {
                return;
            }

            _queue.RemoveAt(place);
            _planIsOld = true;
            if (place == 0)
            {
                SetTimer(_clock.Now);
            }
        }

        call.Cancel();
    }

    private void Wake()
    {
        lock (_queue)
        {
            if (!_closed)
            {
                long now = _clock.Now;
                GrantDue(now);
                SetTimer(now);
            }
        }
    }

    // One timer, for the first in the queue, so that nobody is woken who cannot go.
    private void SetTimer(long now)
    {
        if (_queue.Count == 0)
        {
            _timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        // A timer counts in milliseconds and drops what is over.
        double sleep = Math.Ceiling(_clock.Span(_windows.Next(now, _queue, ahead: 0).Due - now).TotalMilliseconds);
        _timer ??= CreateTimer();
        _timer.Change(TimeSpan.FromMilliseconds(Math.Min(sleep, LongestSleep)), Timeout.InfiniteTimeSpan);
    }

    private ITimer CreateTimer()
    {
        // The timer outlives the call that starts it and must not keep what that call carries along.
        using AsyncFlowControl? flow = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        return time.CreateTimer(
            static state => ((WindowRateLimiter)state!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
