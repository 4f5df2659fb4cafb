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

    [Theory]
    [InlineData(OutcomeStatus.Audited)]
    [InlineData(OutcomeStatus.Failed)]
    [InlineData(OutcomeStatus.NotAttempted)]
    public void One_that_is_told_under_another_address_and_place_is_otherwise_the_same(OutcomeStatus status)
    {
        Uri page = new("https://example.com/a");
        var error = new SeoAuditException("No.");
        PageAuditOutcome outcome = status switch
        {
            OutcomeStatus.Audited => PageAuditOutcome.Succeeded(page, new PageAudit { Url = page, Service = AuditService.SeoPeek, Score = 80 }, 3),
            OutcomeStatus.Failed => PageAuditOutcome.Failed(page, error, 3),
            _ => PageAuditOutcome.NotAttempted(page, error, 3),
        };
        outcome = outcome with { Origin = OutcomeOrigin.Cache, PassThreshold = 90, Credits = 2 };
        Uri other = new("https://EXAMPLE.com/a#top");

        PageAuditOutcome moved = outcome with { Url = other, Index = 7 };

        Assert.Equal((other.OriginalString, 7, status), (moved.Url.OriginalString, moved.Index, moved.Status));
        Assert.Equal(outcome, moved with { Url = page, Index = 3 });
        Assert.Throws<ArgumentNullException>(() => outcome with { Url = null! });
    }
}
