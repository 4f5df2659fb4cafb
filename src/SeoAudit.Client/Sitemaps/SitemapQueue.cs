using System.Runtime.ExceptionServices;

namespace SeoAudit.Client.Sitemaps;

/// <summary>The sitemaps of one reading: which are still to be read, each once and within bounds, and which could not be.</summary>
internal sealed class SitemapQueue(SitemapOptions options, SitemapFilter filter)
{
    // However many an endless site names, the exception at the end stays small.
    private const int MaxUnread = 1_000;

    private readonly Stack<SitemapSource> _pending = new();
    private readonly HashSet<Uri> _seen = [];
    private readonly List<SitemapFault> _unread = [];
    private long _failed;
    private int _accepted;
    private SitemapSource? _only;

    /// <summary>Takes the sitemaps to begin with, in their order.</summary>
    public void Start(IReadOnlyList<SitemapSource> sources)
    {
        _only = sources.Count == 1 ? sources[0] : null;
        Push(sources);
    }

    /// <summary>Takes what an index names, to be read next and in its order.</summary>
    public void Follow(SitemapSource index, IEnumerable<SitemapChild> children) =>
        Push([.. children.Where(child => filter.IsRecent(child.Latest)).Select(child => new SitemapSource(child.Address, index.Depth + 1))]);

    public bool TryTake(out SitemapSource source) => _pending.TryPop(out source);

    /// <summary>Whether what was found at the end of redirects is read nowhere else.</summary>
    public bool IsNew(SitemapSource source, Uri found) => found == source.Address || _seen.Add(found);

    /// <summary>Keeps what went wrong for the end.</summary>
    public void Fail(SitemapSource source, SeoAuditException error) => Fail(source, error.Message, error);

    /// <summary>Throws what went wrong, if anything did.</summary>
    /// <param name="entries">How many entries were read in all.</param>
    public void ThrowIfAnyFailed(long entries)
    {
        if (_failed == 0)
        {
            return;
        }

        SitemapFault first = _unread[0];
        if (_failed == 1 && _only is { } only && first.Error is { } error && first.Sitemap == only.Address)
        {
            ExceptionDispatchInfo.Throw(error);
        }

        throw new SeoAuditSitemapException(
            $"{_failed} of the sitemaps were not read, or not to their end. {first.Sitemap}: {first.Reason}", first.Error)
        {
            Sitemap = _only?.Address,
            EntriesRead = entries,
            UnreadSitemaps = _unread,
            IsTransient = _failed == _unread.Count && _unread.TrueForAll(static fault => fault.Error is { IsTransient: true }),
        };
    }

    private void Push(IReadOnlyList<SitemapSource> sources)
    {
        var accepted = new List<SitemapSource>(sources.Count);
        foreach (SitemapSource source in sources)
        {
            if (source.Depth > options.MaxDepth)
            {
                Fail(source, $"It lies below more than the {options.MaxDepth} indexes that {nameof(SitemapOptions.MaxDepth)} allows.");
            }
            else if (source.Address is { } address && _seen.Contains(address))
            {
                continue;
            }
            else if (_accepted == options.MaxSitemaps)
            {
                Fail(source, $"More than the {options.MaxSitemaps} sitemaps that {nameof(SitemapOptions.MaxSitemaps)} allows are named.");
            }
            else
            {
                _accepted++;
                accepted.Add(source);
                if (source.Address is not null)
                {
                    _seen.Add(source.Address);
                }
            }
        }

        for (int index = accepted.Count - 1; index >= 0; index--)
        {
            _pending.Push(accepted[index]);
        }
    }

    private void Fail(SitemapSource source, string reason, SeoAuditException? error = null)
    {
        _failed++;
        var fault = new SitemapFault(SitemapFaultKind.Sitemap, reason)
        {
            Sitemap = source.Address,
            LineNumber = (error as SeoAuditSitemapException)?.LineNumber ?? 0,
            LinePosition = (error as SeoAuditSitemapException)?.LinePosition ?? 0,
            Error = error,
        };
        if (_unread.Count < MaxUnread)
        {
            _unread.Add(fault);
        }

        // What there is only one of is thrown as it is.
        if (source != _only)
        {
            options.Faults?.Report(fault);
        }
    }
}
