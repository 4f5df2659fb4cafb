using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Comparison;

public sealed class AuditComparisonTests
{
    [Fact]
    public void Pages_are_new_gone_better_worse_or_unchanged()
    {
        AuditSnapshot baseline = Snapshots.Of(
            Outcomes.Audited("https://example.com/gone", 50),
            Outcomes.Audited("https://example.com/better", 50),
            Outcomes.Audited("https://example.com/worse", 50),
            Outcomes.Audited("https://example.com/same", 50));
        AuditSnapshot current = Snapshots.Of(
            Outcomes.Audited("https://example.com/same", 50),
            Outcomes.Audited("https://example.com/worse", 45.5),
            Outcomes.Audited("https://example.com/new", 50),
            Outcomes.Audited("https://example.com/better", 60));

        var comparison = AuditComparison.Between(baseline, current);

        Assert.Equal(["https://example.com/new"], Snapshots.UrlsOf(comparison.NewPages));
        Assert.Equal(["https://example.com/gone"], Snapshots.UrlsOf(comparison.GonePages));
        Assert.Equal(["https://example.com/better"], Snapshots.UrlsOf(comparison.Better));
        Assert.Equal(["https://example.com/worse"], Snapshots.UrlsOf(comparison.Worse));
        Assert.Equal((10, -4.5), (comparison.Better[0].ScoreDelta, comparison.Worse[0].ScoreDelta));
        Assert.Equal((1, 0, 3), (comparison.Unchanged, comparison.NotComparable, comparison.ComparedPages));
        Assert.Equal((50, 51.8, 1.8), (comparison.AverageBefore, comparison.AverageAfter, comparison.AverageDelta));
    }

    [Fact]
    public void The_greatest_changes_come_first_and_those_without_a_delta_last()
    {
        AuditSnapshot low = Snapshots.Of(
            Outcomes.Failed("https://example.com/1"), Outcomes.Audited("https://example.com/2", 50), Outcomes.Audited("https://example.com/3", 50), Outcomes.Audited("https://example.com/4", 50));
        AuditSnapshot high = Snapshots.Of(
            Outcomes.Audited("https://example.com/1", 99), Outcomes.Audited("https://example.com/2", 51), Outcomes.Audited("https://example.com/3", 60), Outcomes.Audited("https://example.com/4", 51));
        string[] order = ["https://example.com/3", "https://example.com/2", "https://example.com/4", "https://example.com/1"];

        Assert.Equal(order, Snapshots.UrlsOf(AuditComparison.Between(low, high).Better));
        Assert.Equal(order, Snapshots.UrlsOf(AuditComparison.Between(high, low).Worse));
        Assert.Null(AuditComparison.Between(high, low).Worse[3].ScoreDelta);
    }

    [Fact]
    public void A_page_that_was_not_attempted_is_neither_better_nor_worse()
    {
        AuditSnapshot audited = Snapshots.Of(Outcomes.Audited("https://example.com/", 50));
        AuditSnapshot left = Snapshots.Of(Outcomes.NotAttempted("https://example.com/", Outcomes.AuditedAt));

        Assert.Equal((1, 1), (AuditComparison.Between(audited, left).Unchanged, AuditComparison.Between(audited, left).NotComparable));
        Assert.Equal((1, 1), (AuditComparison.Between(left, audited).Unchanged, AuditComparison.Between(left, audited).NotComparable));
    }

    [Fact]
    public void A_page_that_fails_in_both_runs_is_unchanged()
    {
        AuditSnapshot failed = Snapshots.Of(Outcomes.Failed("https://example.com/"));

        var comparison = AuditComparison.Between(failed, failed);

        Assert.Equal((1, 0), (comparison.Unchanged, comparison.NotComparable));
        Assert.Equal((null, null, null), (comparison.AverageBefore, comparison.AverageAfter, comparison.AverageDelta));
    }

    [Fact]
    public void Scores_and_checks_of_different_services_are_not_compared()
    {
        AuditSnapshot baseline = Snapshots.Of(Snapshots.By(AuditService.Seogent, "https://example.com/", 90, Outcomes.Passes("Title")));
        AuditSnapshot current = Snapshots.Of(Snapshots.By(AuditService.SeoPeek, "https://example.com/", 10, Outcomes.Fails("Title")));

        var comparison = AuditComparison.Between(baseline, current);

        Assert.Empty(comparison.Worse);
        Assert.Empty(comparison.NewlyFailing);
        Assert.Equal((1, 1, 0), (comparison.Unchanged, comparison.NotComparable, comparison.ComparedPages));
        Assert.Null(comparison.AverageDelta);
    }

    [Theory]
    [InlineData(0.30000000000000004, 0.3)]
    [InlineData(70.1, 70.10000000000001)]
    [InlineData(70.04, 70.06)]
    [InlineData(0, -0.0)]
    public void Noise_makes_no_page_better_or_worse(double before, double after)
    {
        var comparison = AuditComparison.Between(
            Snapshots.Of(Outcomes.Audited("https://example.com/", before)), Snapshots.Of(Outcomes.Audited("https://example.com/", after)));

        Assert.Equal((1, 0, 0), (comparison.Unchanged, comparison.Better.Count, comparison.Worse.Count));
        Assert.Equal("0", comparison.AverageDelta!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Checks_are_counted_by_the_pages_that_began_or_ceased_to_fail_them()
    {
        AuditSnapshot baseline = Snapshots.Of(
            Outcomes.Audited("https://example.com/1", 50, 0, Outcomes.Fails("Title"), Outcomes.Passes("H1"), Outcomes.Passes("Alt")),
            Outcomes.Audited("https://example.com/2", 50, 1, Outcomes.Fails("Title"), Outcomes.Passes("H1"), Outcomes.Passes("Alt")),
            Outcomes.Audited("https://example.com/3", 50, 2, Outcomes.Fails("Robots")));
        AuditSnapshot current = Snapshots.Of(
            Outcomes.Audited("https://example.com/1", 60, 0, Outcomes.Passes("Title"), Outcomes.Fails("H1"), Outcomes.Fails("alt")),
            Outcomes.Audited("https://example.com/2", 50, 1, Outcomes.Passes("Title"), Outcomes.Fails("H1"), Outcomes.Passes("Alt")),
            Outcomes.Audited("https://example.com/3", 50, 2, Outcomes.Fails("robots")),
            Outcomes.Audited("https://example.com/new", 50, 3, Outcomes.Fails("H1")));

        var comparison = AuditComparison.Between(baseline, current);

        Assert.Equal(["H1 2", "alt 1"], Snapshots.Texts(comparison.NewlyFailing));
        Assert.Equal(["Title 2"], Snapshots.Texts(comparison.NewlyPassing));
        PageChange change = Assert.Single(comparison.Better);
        Assert.Equal(["H1", "alt"], change.NewlyFailing.Select(static check => check.Id).ToArray());
        Assert.Equal(["Title"], change.NewlyPassing.Select(static check => check.Id).ToArray());
    }

    [Fact]
    public void A_check_that_the_service_dropped_is_not_newly_passing()
    {
        AuditSnapshot baseline = Snapshots.Of(Outcomes.Audited("https://example.com/", 50, 0, Outcomes.Fails("Keywords"), Outcomes.Fails("Title")));
        AuditSnapshot current = Snapshots.Of(
            Outcomes.Audited("https://example.com/", 60, 0, Outcomes.Passes("H1")), Outcomes.Audited("https://example.com/other", 60, 1, Outcomes.Passes("Title")));

        var comparison = AuditComparison.Between(baseline, current);

        Assert.Equal(["Title 1"], Snapshots.Texts(comparison.NewlyPassing));
        Assert.Equal(["Title"], Assert.Single(comparison.Better).NewlyPassing.Select(static check => check.Id).ToArray());
    }

    [Fact]
    public void A_check_that_is_new_to_the_service_is_newly_failing()
    {
        AuditSnapshot baseline = Snapshots.Of(Outcomes.Audited("https://example.com/", 50, 0, Outcomes.Passes("Title")));
        AuditSnapshot current = Snapshots.Of(Outcomes.Audited("https://example.com/", 45, 0, Outcomes.Passes("Title"), Outcomes.Fails("Schema")));

        Assert.Equal(["Schema 1"], Snapshots.Texts(AuditComparison.Between(baseline, current).NewlyFailing));
    }

    [Fact]
    public void A_warning_is_no_failure()
    {
        var warning = new PageCheck { Name = "Title", Status = CheckStatus.Warning };
        AuditSnapshot failing = Snapshots.Of(Outcomes.Audited("https://example.com/", 50, 0, Outcomes.Fails("Title")));
        AuditSnapshot warned = Snapshots.Of(Outcomes.Audited("https://example.com/", 50, 0, warning));

        Assert.Equal(["Title 1"], Snapshots.Texts(AuditComparison.Between(failing, warned).NewlyPassing));
        Assert.Equal(["Title 1"], Snapshots.Texts(AuditComparison.Between(warned, failing).NewlyFailing));
    }

    [Fact]
    public void Another_host_is_another_page_unless_told_otherwise()
    {
        AuditSnapshot live = Snapshots.Of(Outcomes.Audited("https://example.com/a?x=%c3%a9", 50));
        AuditSnapshot preview = Snapshots.Of(Outcomes.Audited("http://pr-7.preview.example:8080/a?x=%C3%A9", 60));

        Assert.Single(AuditComparison.Between(live, preview).NewPages);
        Assert.Equal(10, Assert.Single(AuditComparison.Between(live, preview, new ComparisonOptions { IgnoreHost = true }).Better).ScoreDelta);
    }

    [Fact]
    public void Several_pages_of_one_path_are_matched_by_their_full_address_first_and_then_in_order()
    {
        AuditSnapshot baseline = Snapshots.Of(
            Outcomes.Audited("https://a.example/", 10), Outcomes.Audited("https://b.example/", 20), Outcomes.Audited("https://c.example/", 30), Outcomes.Audited("https://d.example/", 40));
        AuditSnapshot current = Snapshots.Of(
            Outcomes.Audited("https://x.example/", 11), Outcomes.Audited("https://b.example/", 22), Outcomes.Audited("https://y.example/", 33));

        var comparison = AuditComparison.Between(baseline, current, new ComparisonOptions { IgnoreHost = true });

        Assert.Equal(
            [("https://c.example/", 3d), ("https://b.example/", 2d), ("https://a.example/", 1d)],
            comparison.Better.Select(static change => (change.Before.Url.AbsoluteUri, change.ScoreDelta ?? 0)));
        Assert.Equal(["https://d.example/"], Snapshots.UrlsOf(comparison.GonePages));
        Assert.Empty(comparison.NewPages);
    }

    [Fact]
    public void Empty_runs_are_compared_too()
    {
        var comparison = AuditComparison.Between(Snapshots.Of(), Snapshots.Of());

        Assert.Equal((0, 0, null), (comparison.Unchanged, comparison.ComparedPages, comparison.AverageDelta));
    }
}
