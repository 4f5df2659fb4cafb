namespace SeoAudit.Emulator.Seogent;

/// <summary>Counts requests in windows of a minute that begin with their first request.</summary>
internal sealed class MinuteLimit
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly Gate _gate = new();
    private DateTimeOffset _windowStart = DateTimeOffset.MinValue;
    private int _count;

    /// <summary>Takes one request; when none is left, says how long until there are again.</summary>
    public bool TryTake(int? limit, DateTimeOffset now, out TimeSpan retryAfter)
    {
        retryAfter = TimeSpan.Zero;
        if (limit is null)
            return true;
        lock (_gate)
        {
            if (now - _windowStart >= Window)
            {
                _windowStart = now;
                _count = 0;
            }

            if (_count >= limit)
            {
                retryAfter = _windowStart + Window - now;
                return false;
            }

            _count++;
            return true;
        }
    }
}
