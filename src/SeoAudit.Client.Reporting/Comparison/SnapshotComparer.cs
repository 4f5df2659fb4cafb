namespace SeoAudit.Client.Reporting.Comparison;

/// <summary>Finds what changed between two runs.</summary>
internal sealed class SnapshotComparer(AuditSnapshot baseline, AuditSnapshot current)
{
    private readonly List<PageChange> _better = [];
    private readonly List<PageChange> _worse = [];
    private readonly Dictionary<CheckId, int> _newlyFailing = [];
    private readonly Dictionary<CheckId, int> _newlyPassing = [];
    private readonly ScoreAverage _before = new();
    private readonly ScoreAverage _after = new();
    private int _unchanged;
    private int _notComparable;
    private int _compared;

    public AuditComparison Compare(bool ignoreHost)
    {
        var match = PageMatch.Of(baseline, current, ignoreHost);
        foreach (PagePair pair in match.Pairs)
        {
            Add(pair);
        }

        return new AuditComparison
        {
            NewPages = match.NewPages,
            GonePages = match.GonePages,
            Better = [.. _better.OrderBy(static change => -change.ScoreDelta ?? double.PositiveInfinity)],
            Worse = [.. _worse.OrderBy(static change => change.ScoreDelta ?? double.PositiveInfinity)],
            Unchanged = _unchanged,
            NotComparable = _notComparable,
            NewlyFailing = ToChanges(_newlyFailing),
            NewlyPassing = ToChanges(_newlyPassing),
            ComparedPages = _compared,
            AverageBefore = _before.Rounded,
            AverageAfter = _after.Rounded,
            AverageDelta = _after.Exact - _before.Exact is { } delta ? Tenths.Round(delta) : null,
        };
    }

    private static IReadOnlyList<CheckChange> ToChanges(Dictionary<CheckId, int> counts) =>
        [.. counts
            .Select(static pair => new CheckChange { Check = pair.Key, Pages = pair.Value })
            .OrderByDescending(static change => change.Pages)
            .ThenBy(static change => change.Check.Service)
            .ThenBy(static change => change.Check.Id, StringComparer.OrdinalIgnoreCase)];

    private void Add(PagePair pair)
    {
        if (pair.IsComparable)
        {
            AddComparable(pair, pair.Before.Score!.Value, pair.After.Score!.Value);
        }
        else if (pair is { Before.Status: OutcomeStatus.Failed, After.Status: OutcomeStatus.Audited })
        {
            _better.Add(new PageChange { Before = pair.Before, After = pair.After });
        }
        else if (pair is { Before.Status: OutcomeStatus.Audited, After.Status: OutcomeStatus.Failed })
        {
            _worse.Add(new PageChange { Before = pair.Before, After = pair.After });
        }
        else
        {
            _unchanged++;
            _notComparable += pair is { Before.Status: OutcomeStatus.Failed, After.Status: OutcomeStatus.Failed } ? 0 : 1;
        }
    }

    private void AddComparable(PagePair pair, double before, double after)
    {
        _compared++;
        _before.Add(before);
        _after.Add(after);

        // A check that the whole later run has no word of was dropped by the service, which is no merit of the page.
        List<CheckId> failing = Missing(pair.After.FailedChecks, pair.Before.FailedChecks);
        List<CheckId> passing = Missing(pair.Before.FailedChecks, pair.After.FailedChecks);
        passing.RemoveAll(check => !current.Reports(check));
        Count(_newlyFailing, failing);
        Count(_newlyPassing, passing);

        double delta = Tenths.Round(after - before);
        if (delta == 0)
        {
            _unchanged++;
            return;
        }

        (delta > 0 ? _better : _worse).Add(new PageChange
        {
            Before = pair.Before,
            After = pair.After,
            ScoreDelta = delta,
            NewlyFailing = failing,
            NewlyPassing = passing,
        });
    }

    /// <summary>Those of the first that the second has not.</summary>
    private static List<CheckId> Missing(IReadOnlyList<CheckId> first, IReadOnlyList<CheckId> second)
    {
        if (first.Count == 0 || second.Count == 0)
        {
            return [.. first];
        }

        HashSet<CheckId> others = [.. second];
        return [.. first.Where(check => !others.Contains(check))];
    }

    private static void Count(Dictionary<CheckId, int> counts, List<CheckId> checks)
    {
        foreach (CheckId check in checks)
        {
            counts[check] = counts.GetValueOrDefault(check) + 1;
        }
    }
}
