using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;

namespace SeoAudit.Client.Tests.Pages;

/// <summary>A service's own results in the vocabulary of all.</summary>
public sealed class OwnResultTests
{
    private static readonly Uri Page = new("https://example.com/a");

    [Fact]
    public void A_page_of_a_scan_is_a_page_audit()
    {
        var page = new ScannedPage
        {
            Url = "a",
            Score = 71,
            Grade = Grade.B,
            AllChecks = [new SeogentCheck { Name = "Canonical", Key = "canonical", Status = CheckStatus.Failed }],
            Metadata = new ScannedPageMetadata { Title = "T" },
        };

        PageAudit audit = page.ToPageAudit(Page);

        Assert.Equal((Page, AuditService.Seogent, 71d, (Grade?)Grade.B, "T"), (audit.Url, audit.Service, audit.Score, audit.Grade, audit.Metadata.Title));
        Assert.Equal("canonical", Assert.Single(audit.Checks).Key);
        Assert.Same(page, audit.Source);
        Assert.Throws<ArgumentNullException>(() => page.ToPageAudit(null!));
    }

    [Fact]
    public void A_MetricSpot_audit_is_a_page_audit_once_it_has_a_score()
    {
        var audit = new MetricSpotAudit
        {
            Id = "1",
            Url = "a",
            Status = AuditStatus.Completed,
            Score = 64,
            Findings = [new Finding { RuleId = "title", Title = "Title", Severity = FindingSeverity.Major }],
        };

        PageAudit page = audit.ToPageAudit(Page);

        Assert.Equal((Page, AuditService.MetricSpot, 64d), (page.Url, page.Service, page.Score));
        Assert.Equal(("title", "major"), (Assert.Single(page.Checks).Key, page.Checks[0].Severity));
        Assert.Same(audit, page.Source);
        Assert.Equal("1", Assert.Throws<SeoAuditResponseException>(() => (audit with { Score = null }).ToPageAudit(Page)).OperationId);
        Assert.Throws<ArgumentNullException>(() => audit.ToPageAudit(null!));
    }
}
