namespace SeoAudit.Client.Pacing;

/// <summary>All permits come back when a calendar month begins, in UTC.</summary>
internal sealed class MonthWindow(PacingClock clock) : PacingWindow
{
    private DateTimeOffset _month;
    private int _used;

    public override int Held(long now)
    {
        DateTimeOffset month = MonthOf(clock.UtcNow);
        if (month != _month)
        {
            // A clock that was set back gives nothing back.
            _used = month > _month ? 0 : _used;
            _month = month;
        }

        return _used;
    }

    public override long Returns(int index, long now) => ReturnOf(now, now);

    public override long ReturnOf(long taken, long now)
    {
        DateTimeOffset utcNow = clock.UtcNow;
        return now + clock.Units(NextMonth(utcNow + clock.Span(taken - now)) - utcNow);
    }

    public override void Take(long now) => _used++;

    public override DateTimeOffset? ResetsAt(long now) => NextMonth(clock.UtcNow);

    private static DateTimeOffset NextMonth(DateTimeOffset moment) => MonthOf(moment).AddMonths(1);

    private static DateTimeOffset MonthOf(DateTimeOffset moment) => new(moment.Year, moment.Month, 1, 0, 0, 0, TimeSpan.Zero);
}
