#if NET10_0_OR_GREATER
using System.Globalization;
using CsCheck;
using SeoAudit.Client.Reporting.Comparison;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Comparison;

public sealed class ComparisonProperties
{
    private static readonly Gen<PageCheck> Check = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 2]).Select(static (name, status) => new PageCheck
    {
        Name = string.Create(CultureInfo.InvariantCulture, $"Check {name}"),
        Status = status == 0 ? CheckStatus.Passed : status == 1 ? CheckStatus.Warning : CheckStatus.Failed,
    });

    // Few hosts and paths, so that most pages meet one of the other run.
    private static readonly Gen<PageAuditOutcome> Outcome =
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 7], Gen.Int[0, 5], Gen.Double[0, 100], Check.Array[0, 6]).Select(static (host, path, kind, score, checks) =>
        {
            string url = string.Create(CultureInfo.InvariantCulture, $"https://host{host}.example/{path}");
            return kind switch
            {
                0 => Outcomes.Failed(url),
                1 => Outcomes.NotAttempted(url, Outcomes.AuditedAt),
                2 => Snapshots.By(AuditService.MetricSpot, url, score, checks),
                _ => Snapshots.By(AuditService.SeoPeek, url, score, checks),
            };
        });

    private static readonly Gen<AuditSnapshot> Snapshot = Outcome.Array[0, 30].Select(Snapshots.Of);

    [Fact]
    public void A_run_compared_with_itself_is_unchanged() => Gen.Select(Snapshot, Gen.Bool).Sample(static (run, ignoreHost) =>
    {
        var comparison = AuditComparison.Between(run, run, new ComparisonOptions { IgnoreHost = ignoreHost });

        Assert.Equal(run.Pages.Count, comparison.Unchanged);
        Assert.Equal(comparison.AverageBefore, comparison.AverageAfter);
        Assert.Empty(comparison.NewPages);
        Assert.Empty(comparison.GonePages);
        Assert.Empty(comparison.NewlyFailing);
        Assert.Empty(comparison.NewlyPassing);
    });

    [Fact]
    public void Every_page_of_either_run_is_counted_once() => Gen.Select(Snapshot, Snapshot, Gen.Bool).Sample(static (baseline, current, ignoreHost) =>
    {
        var comparison = AuditComparison.Between(baseline, current, new ComparisonOptions { IgnoreHost = ignoreHost });

        int both = comparison.Better.Count + comparison.Worse.Count + comparison.Unchanged;
        Assert.Equal(current.Pages.Count, comparison.NewPages.Count + both);
        Assert.Equal(baseline.Pages.Count, comparison.GonePages.Count + both);
        Assert.InRange(comparison.NotComparable, 0, comparison.Unchanged);
    });

    [Fact]
    public void The_other_way_round_better_is_worse() => Gen.Select(Snapshot, Snapshot).Sample(static (first, second) =>
    {
        var there = AuditComparison.Between(first, second);
        var back = AuditComparison.Between(second, first);

        Assert.Equal(there.Better.Select(static change => (change.After.Url, change.ScoreDelta)).ToHashSet(), back.Worse.Select(static change => (change.After.Url, -change.ScoreDelta)).ToHashSet());
        Assert.Equal(there.AverageDelta, -back.AverageDelta);
        Assert.Equal(Snapshots.UrlsOf(there.NewPages), Snapshots.UrlsOf(back.GonePages));
    });

    [Fact]
    public void Numbers_are_rounded_as_the_report_of_a_bulk_run_rounds_them() =>
        Gen.OneOf(Gen.Double[0, 100], Gen.Int[0, 10_000].Select(static n => n / 100.0), Gen.Int[0, 2_000].Select(static n => n / 20.0), Gen.Int[0, 800].Select(static n => n / 8.0))
            .Sample(static score =>
            {
                var report = new BulkAuditReportBuilder();
                report.Add(Outcomes.Audited("https://example.com/", score));

                Assert.Equal(report.Build().AverageScore, Tenths.Round(score));
            });

    [Fact]
    public void Averages_are_those_of_the_report_of_a_bulk_run() => Gen.Double[0, 100].Array[1, 40].Sample(static scores =>
    {
        PageAuditOutcome[] outcomes = [.. scores.Select(static (score, i) => Outcomes.Audited(string.Create(CultureInfo.InvariantCulture, $"https://example.com/{i}"), score, i))];
        var report = new BulkAuditReportBuilder();
        Array.ForEach(outcomes, report.Add);
        AuditSnapshot run = Snapshots.Of(outcomes);

        Assert.Equal(report.Build().AverageScore, AuditComparison.Between(run, run).AverageAfter);
    });
}
#endif
