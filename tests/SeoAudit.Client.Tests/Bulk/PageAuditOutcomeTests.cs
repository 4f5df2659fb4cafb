namespace SeoAudit.Client.Tests.Bulk;

public sealed class PageAuditOutcomeTests
{
    private static readonly Uri Page = new("https://example.com/");

    [Fact]
    public void It_is_of_the_service_that_answered_or_failed()
    {
        var audit = new PageAudit { Url = Page, Service = AuditService.MetricSpot, Score = 70 };
        var error = new SeoAuditException("Broken.") { Service = AuditService.Seogent };

        Assert.Equal(AuditService.MetricSpot, PageAuditOutcome.Succeeded(Page, audit).Service);
        Assert.Equal(AuditService.Seogent, PageAuditOutcome.Failed(Page, error).Service);
        Assert.Null(PageAuditOutcome.Failed(Page, new SeoAuditException("Broken.")).Service);
    }

    [Fact]
    public void It_is_about_a_page_and_has_an_audit_or_a_reason()
    {
        var audit = new PageAudit { Url = Page, Service = AuditService.MetricSpot, Score = 70 };
        var error = new SeoAuditException("Broken.");

        Assert.Throws<ArgumentNullException>("url", () => PageAuditOutcome.Succeeded(null!, audit));
        Assert.Throws<ArgumentNullException>("url", () => PageAuditOutcome.Failed(null!, error));
        Assert.Throws<ArgumentNullException>("url", () => PageAuditOutcome.NotAttempted(null!, error));
        Assert.Throws<ArgumentNullException>("audit", () => PageAuditOutcome.Succeeded(Page, null!));
        Assert.Throws<ArgumentNullException>("error", () => PageAuditOutcome.Failed(Page, null!));
        Assert.Throws<ArgumentNullException>("reason", () => PageAuditOutcome.NotAttempted(Page, null!));
    }

    [Theory]
    [InlineData(70, true)]
    [InlineData(69.9, false)]
    public void It_passes_from_its_threshold_on(double score, bool isPassed) => Assert.Equal(
        isPassed,
        PageAuditOutcome.Succeeded(Page, new PageAudit { Url = Page, Service = AuditService.SeoPeek, Score = score }).IsPassed);
}
