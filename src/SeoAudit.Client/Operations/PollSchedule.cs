using SeoAudit.Client.Http;

namespace SeoAudit.Client.Operations;

/// <summary>
/// Chooses the wait before the next poll: growing from poll to poll, or, where progress is reported, a third of the time that
/// seems to be left.
/// </summary>
internal sealed class PollSchedule(WaitPlan plan)
{
    private const double Growth = 1.5;

    private double _grown = plan.Interval.TotalMilliseconds;
    private (double Percentage, TimeSpan At) _first;
    private bool _observed;
    private TimeSpan? _left;

    public void Observe(AuditProgress progress)
    {
        if (progress.Percentage is not { } percentage || !double.IsFinite(percentage))
        {
            _left = null;
            return;
        }

        if (!_observed)
        {
            _first = (percentage, progress.Elapsed);
            _observed = true;
        }

        double gained = percentage - _first.Percentage;
        double milliseconds = (progress.Elapsed - _first.At).TotalMilliseconds;
        _left = gained > 0 && milliseconds > 0
            ? TimeSpan.FromMilliseconds(Math.Clamp(milliseconds / gained * (100 - percentage), 0, plan.MaxInterval.TotalMilliseconds * 3))
            : null;
    }

    public TimeSpan Next()
    {
        double milliseconds = _left is { } left ? left.TotalMilliseconds / 3 : _grown;
        _grown = Math.Min(_grown * Growth, plan.MaxInterval.TotalMilliseconds);
        TimeSpan delay = Backoff.Jittered(TimeSpan.FromMilliseconds(Math.Max(milliseconds, plan.Interval.TotalMilliseconds)));
        return TimeSpan.FromTicks(Math.Clamp(delay.Ticks, plan.Interval.Ticks, plan.MaxInterval.Ticks));
    }
}
