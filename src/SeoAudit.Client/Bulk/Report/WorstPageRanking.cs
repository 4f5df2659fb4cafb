namespace SeoAudit.Client.Bulk;

/// <summary>The pages with the lowest scores, as many as asked for and no more.</summary>
internal sealed class WorstPageRanking(int capacity)
{
    private static readonly IComparer<ScoredPage> WorstFirst = Comparer<ScoredPage>.Create(Compare);

    // The best of those kept is on top, to give way to a worse one.
    private readonly PriorityQueue<ScoredPage, ScoredPage> _pages = new(Comparer<ScoredPage>.Create(static (x, y) => Compare(y, x)));

    public void Add(PageAuditOutcome outcome, PageAudit audit)
    {
        double score = ScoreSum.Usable(audit.Score);
        bool full = _pages.Count == capacity;
        if (full && (capacity == 0 || score > _pages.Peek().Score))
        {
            return;
        }

        var page = new ScoredPage { Url = outcome.Url, Index = outcome.Index, Score = score, Grade = audit.Grade, Service = audit.Service };
        if (full)
        {
            _pages.EnqueueDequeue(page, page);
        }
        else
        {
            _pages.Enqueue(page, page);
        }
    }

    public IReadOnlyList<ScoredPage> ToList() => [.. _pages.UnorderedItems.Select(static item => item.Element).Order(WorstFirst)];

    private static int Compare(ScoredPage x, ScoredPage y)
    {
        int order = x.Score.CompareTo(y.Score);
        order = order != 0 ? order : x.Index.CompareTo(y.Index);
        order = order != 0 ? order : string.CompareOrdinal(x.Url.OriginalString, y.Url.OriginalString);
        return order != 0 ? order : ((int)x.Service).CompareTo((int)y.Service);
    }
}
