namespace SeoAudit.Emulator.SeoPeek;

/// <summary>Counts audits by caller from midnight to midnight UTC.</summary>
internal sealed class DailyQuotas(TimeProvider timeProvider)
{
    private readonly Gate _gate = new();
    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);
    private DateTime _day;

    /// <summary>Takes one audit; when none is left, says how long until there are again.</summary>
    public bool TryTake(string caller, int quota, out DateTime day, out TimeSpan untilReset)
    {
        DateTime now = timeProvider.GetUtcNow().UtcDateTime;
        day = now.Date;
        untilReset = day.AddDays(1) - now;
        lock (_gate)
        {
            if (day != _day)
            {
                _used.Clear();
                _day = day;
            }

            int used = _used.GetValueOrDefault(caller);
            if (used >= quota)
                return false;
            _used[caller] = used + 1;
            return true;
        }
    }

    /// <summary>Gives one back, unless the day it was taken on is over.</summary>
    public void GiveBack(string caller, DateTime day)
    {
        lock (_gate)
        {
            if (day == _day && _used.TryGetValue(caller, out int used))
                _used[caller] = used - 1;
        }
    }
}
