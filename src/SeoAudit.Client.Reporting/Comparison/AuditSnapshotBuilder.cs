using SeoAudit.Client.Reporting.Comparison;

namespace SeoAudit.Client.Reporting;

/// <summary>Gathers a snapshot outcome by outcome. Not for several threads at once.</summary>
public sealed class AuditSnapshotBuilder
{
    private readonly List<PageSnapshot> _pages = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly CheckRegistry _checks = new();
    private readonly List<CheckId> _failed = [];
    private readonly HashSet<CheckId> _failedOnce = [];

    /// <summary>Keeps the gist of one outcome; of several of one URL, the last, in the place of the first.</summary>
    /// <param name="outcome">The outcome.</param>
    public void Add(PageAuditOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        PageSnapshot page = GistOf(outcome);
        string address = PageAddress.Of(outcome.Url);
        if (_places.TryAdd(address, _pages.Count))
        {
            _pages.Add(page);
        }
        else
        {
            _pages[_places[address]] = page;
        }
    }

    /// <summary>The snapshot of what came so far; more can be added afterwards.</summary>
    /// <returns>The snapshot.</returns>
    public AuditSnapshot Build() => new([.. _pages], _checks.ToSet());

    private PageSnapshot GistOf(PageAuditOutcome outcome) => new()
    {
        Url = outcome.Url,
        Status = outcome.Status,
        Service = outcome.Service,

        // No service documents one that is no finite number; the report of a bulk run takes it for 0 too.
        Score = outcome.Audit is { } audit ? double.IsFinite(audit.Score) ? audit.Score : 0 : null,
        Grade = outcome.Audit?.Grade,
        FailedChecks = outcome.IsSuccess ? FailedChecksOf(outcome.Audit) : [],
        CoreWebVitals = outcome.Audit?.CoreWebVitals,
        Error = outcome.Error?.Message,
    };

    private CheckId[] FailedChecksOf(PageAudit audit)
    {
        _failed.Clear();
        _failedOnce.Clear();
        foreach (PageCheck check in audit.Checks)
        {
            if (check is not null && _checks.Register(audit.Service, check) is var id && check.Status == CheckStatus.Failed && _failedOnce.Add(id))
            {
                _failed.Add(id);
            }
        }

        return [.. _failed];
    }
}
