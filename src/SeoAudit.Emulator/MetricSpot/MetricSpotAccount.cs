using System.Globalization;

namespace SeoAudit.Emulator.MetricSpot;

/// <summary>What belongs to one key: audits, the month's allowance and the cooldowns.</summary>
internal sealed class MetricSpotAccount(string key)
{
    private const int MaxRows = 100;
    private readonly Gate _gate = new();
    private readonly List<AuditJob> _audits = [];
    private readonly Dictionary<string, DateTimeOffset> _lastByUrl = new(StringComparer.Ordinal);
    private DateTimeOffset? _last;
    private (int Year, int Month) _month;
    private int _used;
    private int _underway;

    public string KeyFingerprint { get; } = EmulatorLedger.Fingerprint(key);

    /// <summary>
    /// Starts an audit unless the allowance or a cooldown forbids it. Audits under way count against the allowance, or more
    /// could complete than it allows.
    /// </summary>
    public AuditRefusal? TryStart(
        string url,
        TimeProvider timeProvider,
        int? quota,
        MetricSpotEmulatorOptions options,
        Func<DateTimeOffset, AuditJob> create,
        out AuditJob? audit)
    {
        audit = null;
        lock (_gate)
        {
            // Read in here, or one that overtook another would seem to come before it, within any spacing.
            DateTimeOffset now = timeProvider.GetUtcNow();
            RollOver(now);
            if (_used + _underway >= quota)
            {
                return new AuditRefusal(
                    string.Create(CultureInfo.InvariantCulture, $"Your plan allows {quota} audits per month. Upgrade for more."),
                    RetryAt: null);
            }

            if (_lastByUrl.TryGetValue(url, out DateTimeOffset same) && now < same + options.UrlCooldown)
                return new AuditRefusal("This URL was audited recently.", same + options.UrlCooldown);
            if (_last is { } last && now < last + options.GlobalSpacing)
                return new AuditRefusal("Another audit was started a moment ago.", last + options.GlobalSpacing);

            _lastByUrl[url] = now;
            _last = now;
            _underway++;
            audit = create(now);
            _audits.Add(audit);
            return null;
        }
    }

    /// <summary>Settles the allowance, and then lets the audit end, so that whoever sees it ended finds both.</summary>
    public void End(AuditJob audit, bool spend, bool keepCooldown, DateTimeOffset now, Action<AuditJob> end)
    {
        lock (_gate)
        {
            RollOver(now);
            _underway--;
            if (spend)
                _used++;
            if (!keepCooldown && _lastByUrl.TryGetValue(audit.Url, out DateTimeOffset last) && last == audit.CreatedAt)
                _lastByUrl.Remove(audit.Url);
            end(audit);
        }
    }

    public DateTimeOffset? CooldownUntil(string url, DateTimeOffset now, TimeSpan cooldown)
    {
        lock (_gate)
            return _lastByUrl.TryGetValue(url, out DateTimeOffset last) && now < last + cooldown ? last + cooldown : null;
    }

    /// <summary>The latest audit of each URL, newest first.</summary>
    public IReadOnlyList<AuditJob> Latest()
    {
        lock (_gate)
            return [.. Enumerable.Reverse(_audits).DistinctBy(audit => audit.Url, StringComparer.Ordinal).Take(MaxRows)];
    }

    private void RollOver(DateTimeOffset now)
    {
        (int, int) month = (now.UtcDateTime.Year, now.UtcDateTime.Month);
        if (month == _month)
            return;
        _month = month;
        _used = 0;
    }
}
