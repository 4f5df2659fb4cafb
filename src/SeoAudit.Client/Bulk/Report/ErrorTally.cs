namespace SeoAudit.Client.Bulk;

/// <summary>Counts errors by kind, with one example each.</summary>
internal sealed class ErrorTally
{
    private readonly Dictionary<OutcomeErrorKind, Entry> _kinds = [];

    public void Add(PageAuditOutcome outcome)
    {
        var kind = OutcomeErrorKind.Of(outcome.Error!);
        if (!_kinds.TryGetValue(kind, out Entry? entry))
        {
            _kinds.Add(kind, entry = new Entry(outcome));
        }

        entry.Count(outcome);
    }

    public IReadOnlyList<OutcomeErrorCount> ToList() =>
        [.. _kinds
            .Select(static pair => pair.Value.ToCount(pair.Key))
            .OrderByDescending(static error => error.Count)
            .ThenBy(static error => error.Kind.Value, StringComparer.Ordinal)];

    // Keeps of its example what is shown: the exception itself would hold on to the answer.
    private sealed class Entry(PageAuditOutcome first)
    {
        private int _count;
        private int _notAttempted;
        private int _index = first.Index;
        private Uri _url = first.Url;
        private string _message = first.Error!.Message;

        public void Count(PageAuditOutcome outcome)
        {
            _count++;
            _notAttempted += outcome.Status == OutcomeStatus.NotAttempted ? 1 : 0;
            if (outcome.Index < _index)
            {
                (_index, _url, _message) = (outcome.Index, outcome.Url, outcome.Error!.Message);
            }
        }

        public OutcomeErrorCount ToCount(OutcomeErrorKind kind) => new()
        {
            Kind = kind,
            Count = _count,
            NotAttempted = _notAttempted,
            ExampleUrl = _url,
            ExampleMessage = _message,
        };
    }
}
