using SeoAudit.Emulator.Seogent.Wire;

namespace SeoAudit.Emulator.Seogent;

/// <summary>What belongs to one token: credits, scans and the use of the rate limits.</summary>
internal sealed class SeogentAccount(string token, long balance)
{
    private readonly Gate _gate = new();
    private readonly List<Scan> _scans = [];
    private long _balance = balance;

    public string KeyFingerprint { get; } = EmulatorLedger.Fingerprint(token);

    public MinuteLimit Creates { get; } = new();

    public MinuteLimit Reads { get; } = new();

    public long Balance
    {
        get
        {
            lock (_gate)
                return _balance;
        }
    }

    /// <summary>The scans, newest first.</summary>
    public IReadOnlyList<Scan> Scans
    {
        get
        {
            lock (_gate)
                return [.. Enumerable.Reverse(_scans)];
        }
    }

    /// <summary>Adds a scan and takes its estimated credits; false when there are too few.</summary>
    public bool TryAdd(Scan scan)
    {
        lock (_gate)
        {
            if (_balance < scan.EstimatedCredits)
                return false;
            _balance -= scan.EstimatedCredits;
            _scans.Add(scan);
            return true;
        }
    }

    public void GiveBack(long credits)
    {
        lock (_gate)
            _balance += credits;
    }

    /// <summary>Every domain that was scanned, in the order of its first scan.</summary>
    public SeogentDomains Domains()
    {
        Scan[] scans;
        lock (_gate)
            scans = [.. _scans];
        return new SeogentDomains(
        [
            .. scans
                .GroupBy(scan => scan.Request.Domain, StringComparer.OrdinalIgnoreCase)
                .Select((group, index) => new SeogentDomain(
                    index + 1,
                    group.Key,
                    group.Count(),
                    SeogentTime.Text(group.Max(scan => scan.State is { Phase: ScanPhase.Completed } done ? done.EndedAt : null)))),
        ]);
    }
}
