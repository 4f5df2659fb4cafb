namespace SeoAudit.Client.Reporting.Comparison;

/// <summary>Which pages of two runs are the same.</summary>
internal sealed class PageMatch
{
    private const int None = -1;

    private PageMatch(AuditSnapshot baseline, AuditSnapshot current, int[] partners)
    {
        var isKnown = new bool[baseline.Pages.Count];
        for (int i = 0; i < partners.Length; i++)
        {
            if (partners[i] == None)
            {
                NewPages.Add(current.Pages[i]);
            }
            else
            {
                isKnown[partners[i]] = true;
                Pairs.Add(new PagePair(baseline.Pages[partners[i]], current.Pages[i]));
            }
        }

        GonePages = [.. baseline.Pages.Where((_, place) => !isKnown[place])];
    }

    /// <summary>In the order of the later run.</summary>
    public List<PagePair> Pairs { get; } = [];

    public List<PageSnapshot> NewPages { get; } = [];

    public List<PageSnapshot> GonePages { get; }

    public static PageMatch Of(AuditSnapshot baseline, AuditSnapshot current, bool ignoreHost)
    {
        var partners = new int[current.Pages.Count];
        var isTaken = new bool[baseline.Pages.Count];
        for (int i = 0; i < partners.Length; i++)
        {
            partners[i] = baseline.TryGetPlace(current.Pages[i].Url, out int place) ? place : None;
            if (partners[i] != None)
            {
                isTaken[place] = true;
            }
        }

        if (ignoreHost)
        {
            MatchByPath(baseline, current, partners, isTaken);
        }

        return new PageMatch(baseline, current, partners);
    }

    private static void MatchByPath(AuditSnapshot baseline, AuditSnapshot current, int[] partners, bool[] isTaken)
    {
        var waiting = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (int place = 0; place < isTaken.Length; place++)
        {
            if (!isTaken[place])
            {
                string path = PageAddress.PathAndQueryOf(baseline.Pages[place].Url);
                if (!waiting.TryGetValue(path, out Queue<int>? places))
                {
                    waiting.Add(path, places = []);
                }

                places.Enqueue(place);
            }
        }

        for (int i = 0; i < partners.Length; i++)
        {
            if (partners[i] == None
                && waiting.TryGetValue(PageAddress.PathAndQueryOf(current.Pages[i].Url), out Queue<int>? places)
                && places.TryDequeue(out int place))
            {
                partners[i] = place;
            }
        }
    }
}
