namespace SeoAudit.Client.Reporting.Gate;

/// <summary>The pages that violate a rule: all are counted, the worst are kept.</summary>
internal sealed class PageRanking
{
    private const int Kept = 100;

    private static readonly IComparer<Entry> WorstFirst = Comparer<Entry>.Create(Compare);

    // The least bad of those kept is on top, to give way to a worse one.
    private readonly PriorityQueue<Entry, Entry> _pages = new(Comparer<Entry>.Create(static (x, y) => Compare(y, x)));

    public int Count { get; private set; }

    /// <summary>Worst first; of those equally bad, the first of the input.</summary>
    public IReadOnlyList<Uri> Worst => [.. _pages.UnorderedItems.Select(static item => item.Element).Order(WorstFirst).Select(static entry => entry.Url)];

    /// <summary>How bad the worst page is.</summary>
    public double Greatest { get; private set; } = double.NegativeInfinity;

    /// <summary>Takes a page.</summary>
    /// <param name="url">The page.</param>
    /// <param name="index">Its place in the input.</param>
    /// <param name="badness">How bad it is; more is worse.</param>
    public void Add(Uri url, int index, double badness)
    {
        Count++;
        Greatest = Math.Max(Greatest, badness);
        var entry = new Entry(url, index, badness);
        if (_pages.Count < Kept)
        {
            _pages.Enqueue(entry, entry);
        }
        else
        {
            _pages.EnqueueDequeue(entry, entry);
        }
    }

    private static int Compare(Entry x, Entry y)
    {
        int order = y.Badness.CompareTo(x.Badness);
        order = order != 0 ? order : x.Index.CompareTo(y.Index);
        return order != 0 ? order : string.CompareOrdinal(x.Url.OriginalString, y.Url.OriginalString);
    }

    private sealed record Entry(Uri Url, int Index, double Badness);
}
