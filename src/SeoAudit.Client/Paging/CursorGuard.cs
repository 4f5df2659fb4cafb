namespace SeoAudit.Client.Paging;

/// <summary>Notices a service whose pages never end.</summary>
internal sealed class CursorGuard
{
    private const int MaxEmptyPagesInARow = 100;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private int _emptyInARow;

    public CursorGuard(string? start)
    {
        if (start is not null)
        {
            _seen.Add(start);
        }
    }

    /// <summary>What is wrong with going on to a cursor; null where nothing is.</summary>
    public SeoAuditResponseException? Check(string next, int items)
    {
        if (!_seen.Add(next))
        {
            return new SeoAuditResponseException("The service's page cursors go in circles: one came a second time.");
        }

        _emptyInARow = items == 0 ? _emptyInARow + 1 : 0;
        return _emptyInARow < MaxEmptyPagesInARow
            ? null
            : new SeoAuditResponseException($"The service gave {MaxEmptyPagesInARow} empty pages in a row.");
    }
}
