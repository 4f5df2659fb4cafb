namespace SeoAudit.Client.Bulk;

/// <summary>Counts what each service did and took.</summary>
internal sealed class ServiceTally
{
    private readonly SortedDictionary<AuditService, Entry> _services = [];

    public void Add(PageAuditOutcome outcome)
    {
        if (outcome.Service is not { } service)
        {
            return;
        }

        if (!_services.TryGetValue(service, out Entry? entry))
        {
            _services.Add(service, entry = new Entry());
        }

        entry.Count(outcome);
    }

    public IReadOnlyList<ServiceUsage> ToList() => [.. _services.Select(static pair => pair.Value.ToUsage(pair.Key))];

    private sealed class Entry
    {
        private readonly ScoreSum _scores = new();
        private readonly CreditSum _credits = new();
        private int _audited;
        private int _failed;
        private int _notAttempted;
        private int _reused;
        private int _used;

        public void Count(PageAuditOutcome outcome)
        {
            bool reused = outcome.Origin != OutcomeOrigin.Service;
            _reused += reused ? 1 : 0;
            _credits.Add(outcome);
            if (outcome.IsSuccess)
            {
                _audited++;
                _used += reused ? 0 : 1;
                _scores.Add(outcome.Audit.Score);
                return;
            }

            _failed += outcome.Status == OutcomeStatus.Failed ? 1 : 0;
            _notAttempted += outcome.Status == OutcomeStatus.NotAttempted ? 1 : 0;
        }

        public ServiceUsage ToUsage(AuditService service) => new()
        {
            Service = service,
            Audited = _audited,
            Errors = _failed,
            NotAttempted = _notAttempted,
            Reused = _reused,
            AuditsUsed = _used,
            CreditsUsed = _credits.Total,
            AverageAuditedScore = _scores.AverageOver(_audited),
        };
    }
}
