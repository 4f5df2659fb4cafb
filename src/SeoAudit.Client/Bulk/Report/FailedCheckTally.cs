namespace SeoAudit.Client.Bulk;

/// <summary>Counts the pages that failed each check, of a bounded number of checks.</summary>
internal sealed class FailedCheckTally(int listed)
{
    public const int Capacity = 10_000;

    private readonly Dictionary<(AuditService Service, string Id), Entry> _checks = [];
    private int _page;
    private long _untold;

    public void Add(PageAudit audit)
    {
        _page++;
        foreach (PageCheck check in audit.Checks)
        {
            if (check is not null && check.Status == CheckStatus.Failed)
            {
                Add(audit.Service, check);
            }
        }
    }

    public IReadOnlyList<FailedCheckCount> Commonest(out long others)
    {
        FailedCheckCount[] commonest =
            [.. _checks
                .OrderByDescending(static pair => pair.Value.Pages)
                .ThenBy(static pair => pair.Key.Service)
                .ThenBy(static pair => pair.Key.Id, StringComparer.Ordinal)
                .Take(listed)
                .Select(static pair => pair.Value.ToCount(pair.Key.Service))];
        others = _untold + _checks.Values.Sum(static entry => (long)entry.Pages) - commonest.Sum(static check => (long)check.Pages);
        return commonest;
    }

    private void Add(AuditService service, PageCheck check)
    {
        string? key = string.IsNullOrEmpty(check.Key) ? null : check.Key;
        (AuditService Service, string Id) id = (service, key ?? check.Name);
        if (!_checks.TryGetValue(id, out Entry? entry))
        {
            if (_checks.Count == Capacity)
            {
                _untold++;
                return;
            }

            _checks.Add(id, entry = new Entry(key, check.Name));
        }

        entry.CountOn(_page);
    }

    private sealed class Entry(string? key, string name)
    {
        private int _lastPage;

        public int Pages { get; private set; }

        public void CountOn(int page)
        {
            if (_lastPage != page)
            {
                _lastPage = page;
                Pages++;
            }
        }

        public FailedCheckCount ToCount(AuditService service) => new() { Service = service, Key = key, Name = name, Pages = Pages };
    }
}
