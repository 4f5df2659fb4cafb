using static SeoAudit.Client.Tests.Bulk.Report.SampleOutcomes;

namespace SeoAudit.Client.Tests.Bulk.Report;

public sealed class WorstPagesTests
{
    [Fact]
    public void Five_are_listed_by_default_with_what_is_known_of_them()
    {
        BulkAuditReport report = ReportOn(Enumerable.Range(0, 20).Select(static index => Audited(AuditService.Seogent, 100 - index, index, Grade.C)));

        Assert.Equal([81, 82, 83, 84, 85], report.WorstPages.Select(static page => page.Score));
        Assert.Equal(
            new ScoredPage { Url = Page(19), Index = 19, Score = 81, Grade = Grade.C, Service = AuditService.Seogent }, report.WorstPages[0]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(500)]
    [InlineData(10_000)]
    public void Of_equal_scores_the_first_of_the_input_come_first(int count)
    {
        PageAuditOutcome[] outcomes = [.. Enumerable.Range(0, 600).Select(static index => Audited(index % 4 * 10, index))];
        int[] expected = [.. outcomes.OrderBy(static outcome => outcome.Audit!.Score).Select(static outcome => outcome.Index).Take(count)];
        new Random(count).Shuffle(outcomes);

        BulkAuditReport report = ReportOn(outcomes, new BulkReportOptions { WorstPages = count });

        Assert.Equal(expected, report.WorstPages.Select(static page => page.Index));
    }

    [Fact]
    public void Of_equal_places_too_the_address_decides()
    {
        PageAuditOutcome[] outcomes = [.. Enumerable.Range(1, 9).Select(static index => WithoutPlace(Page(index)))];
        var options = new BulkReportOptions { WorstPages = 3 };

        Assert.Equal([Page(1), Page(2), Page(3)], ReportOn(outcomes, options).WorstPages.Select(static page => page.Url));
        Assert.Equal([Page(1), Page(2), Page(3)], ReportOn(Enumerable.Reverse(outcomes), options).WorstPages.Select(static page => page.Url));

        static PageAuditOutcome WithoutPlace(Uri url) =>
            PageAuditOutcome.Succeeded(url, new PageAudit { Url = url, Service = AuditService.SeoPeek, Score = 50 });
    }

    [Fact]
    public void Of_one_page_the_services_come_in_their_order()
    {
        PageAuditOutcome[] outcomes = [Audited(AuditService.MetricSpot, 50), Audited(AuditService.SeoPeek, 50), Audited(AuditService.Seogent, 50)];
        AuditService[] expected = [.. outcomes.Select(static outcome => outcome.Service!.Value).Order()];

        Assert.Equal(expected, ReportOn(outcomes).WorstPages.Select(static page => page.Service));
        Assert.Equal(expected, ReportOn(Enumerable.Reverse(outcomes)).WorstPages.Select(static page => page.Service));
    }

    [Fact]
    public void Pages_without_an_audit_are_not_among_them()
    {
        BulkAuditReport report = ReportOn(Failed(0), NotAttempted(1), Audited(90, 2));

        Assert.Equal([Page(2)], report.WorstPages.Select(static page => page.Url));
    }
}
