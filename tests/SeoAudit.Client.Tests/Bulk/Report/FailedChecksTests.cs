using SeoAudit.Client.Bulk;
using static SeoAudit.Client.Tests.Bulk.Report.SampleOutcomes;

namespace SeoAudit.Client.Tests.Bulk.Report;

public sealed class FailedChecksTests
{
    [Fact]
    public void The_commonest_come_first_and_those_that_passed_or_only_warn_do_not_count()
    {
        BulkAuditReport report = ReportOn(
            Audited(50, 0, null, FailedCheck("Title"), Check("Headings", CheckStatus.Passed)),
            Audited(50, 1, null, FailedCheck("Canonical"), FailedCheck("Title")),
            Audited(50, 2, null, Check("Title", CheckStatus.Warning), Check("Canonical", new CheckStatus("FAILED")), FailedCheck("Alt")),
            Audited(50, 3, null, FailedCheck("Title")));

        Assert.Equal([("Title", 3), ("Canonical", 2), ("Alt", 1)], report.FailedChecks.Select(static check => (check.Name, check.Pages)));
        Assert.Equal(0, report.OtherFailedChecks);
    }

    [Fact]
    public void A_check_is_told_by_its_key_whatever_it_says()
    {
        BulkAuditReport report = ReportOn(
            Audited(50, 0, null, FailedCheck("Title has 71 characters", "title")),
            Audited(50, 1, null, FailedCheck("Title has 93 characters", "title")));

        Assert.Equal([("title", "Title has 71 characters", 2)], report.FailedChecks.Select(static check => (check.Key!, check.Name, check.Pages)));
    }

    [Fact]
    public void A_page_that_fails_a_check_several_times_counts_once()
    {
        BulkAuditReport report = ReportOn(
            Audited(50, 0, null, FailedCheck("Alt", "alt"), FailedCheck("Alt", "alt"), FailedCheck("Alt", "alt")),
            Audited(50, 1, null, FailedCheck("Alt", "alt")));

        Assert.Equal(2, Assert.Single(report.FailedChecks).Pages);
    }

    [Fact]
    public void Checks_of_two_services_are_two()
    {
        BulkAuditReport report = ReportOn(
            Audited(AuditService.Seogent, 50, 0, null, FailedCheck("Canonical", "canonical")),
            Audited(AuditService.MetricSpot, 50, 1, null, FailedCheck("Canonical", "canonical")));

        Assert.Equal([AuditService.Seogent, AuditService.MetricSpot], report.FailedChecks.Select(static check => check.Service));
    }

    [Theory]
    [InlineData(0, 66)]
    [InlineData(3, 36)]
    [InlineData(11, 0)]
    public void What_the_list_leaves_out_is_counted_as_other(int listed, int others)
    {
        IEnumerable<PageAuditOutcome> outcomes = Enumerable.Range(1, 11)
            .Select(static page => Audited(50, page, null, [.. Enumerable.Range(1, page).Select(static name => FailedCheck($"check {name}"))]));

        BulkAuditReport report = ReportOn(outcomes, new BulkReportOptions { CommonestChecks = listed });

        Assert.Equal(Enumerable.Range(0, listed).Select(static place => 11 - place), report.FailedChecks.Select(static check => check.Pages));
        Assert.Equal(others, report.OtherFailedChecks);
    }

    [Fact]
    public void Ten_are_listed_by_default_and_of_equal_ones_the_first_by_name()
    {
        BulkAuditReport report = ReportOn(Audited(50, 0, null, [.. Enumerable.Range(10, 15).Reverse().Select(static name => FailedCheck($"check {name}"))]));

        Assert.Equal(Enumerable.Range(10, 10).Select(static name => $"check {name}"), report.FailedChecks.Select(static check => check.Name), StringComparer.Ordinal);
    }

    [Fact]
    public void No_number_of_different_checks_takes_more_than_so_much_memory()
    {
        const int pages = 100_000;
        IEnumerable<PageAuditOutcome> outcomes = Enumerable.Range(0, pages).Select(static page =>
            Audited(50, page, null, FailedCheck("Title"), FailedCheck($"Page {page} is wrong")));

        BulkAuditReport report = ReportOn(outcomes, new BulkReportOptions { CommonestChecks = FailedCheckTally.Capacity });

        Assert.Equal(FailedCheckTally.Capacity, report.FailedChecks.Count);
        Assert.Equal(("Title", pages), (report.FailedChecks[0].Name, report.FailedChecks[0].Pages));
        Assert.Equal(pages - (FailedCheckTally.Capacity - 1), report.OtherFailedChecks);
    }

    [Fact]
    public void A_null_among_the_checks_says_nothing()
    {
        BulkAuditReport report = ReportOn(Audited(50, 0, null, null!, FailedCheck("Title")));

        Assert.Equal("Title", Assert.Single(report.FailedChecks).Name);
    }
}
