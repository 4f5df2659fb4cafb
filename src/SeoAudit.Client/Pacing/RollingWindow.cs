namespace SeoAudit.Client.Pacing;

/// <summary>
/// A permit comes back a whole period after it was taken, so that no period, wherever it begins, sees too many. Remembers one
/// moment for each permit that is held.
/// </summary>
internal sealed class RollingWindow(PacingClock clock) : PacingWindow
{
    private long[] _taken = new long[1];
    private int _first;
    private int _count;
    private long _period;

    public override void Change(PacingRule rule)
    {
        base.Change(rule);
        _period = clock.Units(rule.Period.GetValueOrDefault());
    }

    public override int Held(long now)
    {
        while (_count > 0 && ReturnOf(_taken[_first], now) <= now)
        {
            _first = (_first + 1) % _taken.Length;
            _count--;
        }

        return _count;
    }

    public override long Returns(int index, long now) => ReturnOf(_taken[(_first + index) % _taken.Length], now);

    public override long ReturnOf(long taken, long now) => taken + _period;

    public override void Take(long now)
    {
        if (_count == _taken.Length)
        {
            Grow();
        }

        _taken[(_first + _count) % _taken.Length] = now;
        _count++;
    }

    // While fewer permits are left than are held, as many have to come back first as are too many.
    public override DateTimeOffset? ResetsAt(long now)
    {
        int held = Held(now);
        return held == 0 ? null : clock.UtcNow + clock.Span(Returns(Math.Max(0, held - Permits), now) - now);
    }

    private void Grow()
    {
        var larger = new long[_taken.Length * 2];
        for (var index = 0; index < _count; index++)
        {
            larger[index] = _taken[(_first + index) % _taken.Length];
        }

        (_taken, _first) = (larger, 0);
    }
}
