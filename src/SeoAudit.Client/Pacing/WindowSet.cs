namespace SeoAudit.Client.Pacing;

/// <summary>Several limits that hold together.</summary>
internal sealed class WindowSet(PacingClock clock)
{
    private PacingWindow? _spacing;
    private PacingWindow[] _all = [];

    /// <summary>The one that is reported; null for none.</summary>
    public PacingWindow? Quota { get; private set; }

    public void Change(in PacingRules rules)
    {
        Quota = Changed(Quota, rules.Quota);
        _spacing = Changed(_spacing, rules.Spacing);
        _all = [.. new[] { Quota, _spacing }.OfType<PacingWindow>()];
    }

    /// <summary>When the next permit may be taken, and which limit it waits for, if so many of the queue are served before.</summary>
    public (long Due, PacingWindow? Limit) Next(long now, List<QueuedCall> queue, int ahead)
    {
        (long due, PacingWindow? limit) = ahead > 0 && queue[ahead - 1] is var last && last.Due > now ? (last.Due, last.Limit) : (now, null);
        foreach (PacingWindow window in _all)
        {
            // With all permits taken, the next one is the one that is held the longest, or that one ahead will have held the longest.
            int held = window.Held(now);
            int index = held + ahead - window.Permits;
            if (index < 0)
            {
                continue;
            }

            long returns = index < held ? window.Returns(index, now) : window.ReturnOf(queue[index - held].Due, now);
            if (returns > due)
            {
                (due, limit) = (returns, window);
            }
        }

        return (due, limit);
    }

    public void Take(long now)
    {
        foreach (PacingWindow window in _all)
        {
            window.Take(now);
        }
    }

    public int Available(long now) => _all.Length == 0
        ? int.MaxValue
        : Math.Max(0, _all.Min(window => window.Permits - window.Held(now)));

    /// <summary>Since when nothing is held, if nothing was taken after that moment; null while something is held.</summary>
    public long? IdleSince(long taken, long now) => _all.Any(window => window.Held(now) > 0)
        ? null
        : _all.Select(window => Math.Min(now, window.ReturnOf(taken, now))).Append(taken).Max();

    private PacingWindow? Changed(PacingWindow? window, PacingRule? rule)
    {
        if (rule is not { } wanted)
        {
            return null;
        }

        window ??= wanted.Period is null ? new MonthWindow(clock) : new RollingWindow(clock);
        window.Change(wanted);
        return window;
    }
}
