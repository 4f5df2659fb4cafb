using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Seogent;

public sealed class SeogentSampleTests(SeogentStub stub) : IClassFixture<SeogentStub>
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 12, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_created_scan_is_read()
    {
        stub.Answer(SeogentSamples.Created, 201);

        ScanOperation scan = await stub.Client().StartScanAsync(ScanRequest.ForDomain("example.com", 100));

        CreatedScan created = scan.Created!;
        Assert.Equal(SeogentSamples.Id, scan.Id);
        Assert.Equal(SeogentSamples.Id, created.ScanId);
        Assert.Equal(ScanStatus.Pending, scan.Status);
        Assert.Equal("example.com", created.Domain);
        Assert.Equal(CrawlMode.Discover, created.CrawlMode);
        Assert.Equal("Discover", created.CrawlMode.Value);
        Assert.Equal(0, created.TotalUrls);
        Assert.Equal(500, created.EstimatedCredits);
        Assert.Null(created.WebhookUrl);
        Assert.Equal("Scan queued successfully", created.Message);
        Assert.False(scan.IsCompleted);
    }

    [Fact]
    public async Task A_state_is_read()
    {
        stub.Answer(SeogentSamples.State);

        ScanState state = await stub.Client().GetScanStateAsync(SeogentSamples.Id);

        Assert.Equal(SeogentSamples.Id, state.ScanId);
        Assert.Equal("example.com", state.Domain);
        Assert.Equal("https://example.com", state.Url);
        Assert.Equal("api", state.Source);
        Assert.Equal(ScanStatus.Crawling, state.Status);
        Assert.Equal(CrawlMode.Discover, state.CrawlMode);
        Assert.Equal(45, state.Progress!.TotalUrls);
        Assert.Equal(23, state.Progress.UrlsCrawled);
        Assert.Equal(15, state.Progress.UrlsAnalyzed);
        Assert.Equal(51, state.Progress.Percentage);
        Assert.Equal(Noon, state.Timestamps.CreatedAt);
        Assert.Equal(Noon.AddSeconds(2), state.Timestamps.StartedAt);
        Assert.Null(state.Timestamps.CrawlingCompletedAt);
        Assert.Null(state.Timestamps.CompletedAt);
    }

    [Fact]
    public async Task The_summary_of_results_is_read()
    {
        stub.Answer(SeogentSamples.Results);

        ScanResults results = await stub.Client().GetResultsAsync(SeogentSamples.Id);

        Assert.Equal(SeogentSamples.Id, results.ScanId);
        Assert.Equal("example.com", results.Domain);
        Assert.Equal(ScanStatus.Completed, results.Status);
        Assert.Equal(74, results.AverageScore);
        Assert.Equal(new ScanSummary { Excellent = 2, Good = 12, NeedsWork = 15, Poor = 3 }, results.Summary);
        Assert.Equal(1.8, results.PerformanceSummary!.Value.GetProperty("lcp").GetProperty("median").GetDouble());
        Assert.Equal(4, results.AccessibilitySummary!.Value.GetProperty("violations").GetInt32());
        Assert.Equal(
            new SeogentCheck
            {
                Key = "robots_txt",
                Name = "robots.txt",
                Status = CheckStatus.Passed,
                Message = "robots.txt is accessible and valid",
                Category = CheckCategory.Crawlability,
            },
            Assert.Single(results.SiteChecks!.Checks));
        DuplicateGroups titles = results.SiteChecks.DuplicateTitles!;
        Assert.Equal((2, true), (titles.Count, titles.Found));
        Assert.Equal("Example Site", Assert.Single(titles.Duplicates).Text);
        Assert.Equal(["https://example.com/about", "https://example.com/contact"], titles.Duplicates[0].Pages);
        DuplicateGroups descriptions = results.SiteChecks.DuplicateDescriptions!;
        Assert.Equal((0, false), (descriptions.Count, descriptions.Found));
        Assert.Empty(descriptions.Duplicates);
        Assert.Equal([("Missing canonical tag", 28), ("Missing Open Graph tags", 30)], results.TopIssues.Select(i => (i.Issue, i.Count)));
        Assert.Equal("eyJzY29yZSI6ODIsIl9wb2ludHNUb05leHRJdGVtcyI6dHJ1ZX0", results.Results.NextCursor);
        Assert.Null(results.Results.PrevCursor);
        Assert.Equal(100, results.Results.PerPage);
    }

    [Fact]
    public async Task A_page_of_results_is_read()
    {
        stub.Answer(SeogentSamples.Results);

        ScannedPage page = Assert.Single((await stub.Client().GetResultsAsync(SeogentSamples.Id)).Results.Data);

        Assert.Equal("https://example.com/", page.Url);
        Assert.Equal(82, page.Score);
        Assert.Equal(Grade.B, page.Grade);
        Assert.Equal(23, page.CheckCount);
        Assert.Equal(["No structured data found", "Missing Open Graph tags"], page.FailedChecks);
        Assert.Equal(["Title could be longer (28 characters, recommend 30-60)"], page.Warnings);
        Assert.Equal(
            new SeogentCheck
            {
                Name = "Canonical Tag",
                Key = "canonical",
                Status = CheckStatus.Failed,
                Message = "No canonical tag found. Add a self-referencing canonical.",
                Category = CheckCategory.Indexability,
                Weight = 8,
            },
            Assert.Single(page.AllChecks));
        Assert.Equal(new ScannedPageMetadata { Title = "Example Site", Description = "An example website" }, page.Metadata);
        Assert.Equal(
            new PagePerformance { Score = 85, Lcp = 1.8, Fcp = 0.9, Cls = 0.05, Fid = 12, Inp = 95, Ttfb = 0.3, Tbt = 120 },
            page.Performance);
        Assert.Equal(TimeSpan.FromSeconds(1.8), page.Performance!.CoreWebVitals.Lcp);
        Assert.Equal(TimeSpan.FromMilliseconds(95), page.Performance.CoreWebVitals.Inp);
        Assert.Equal(72, page.Accessibility!.Score);
        AccessibilityViolation violation = Assert.Single(page.Accessibility.Violations);
        Assert.Equal("color-contrast", violation.Id);
        Assert.Equal(ViolationImpact.Serious, violation.Impact);
        Assert.Equal("Elements must have sufficient color contrast", violation.Help);
        Assert.Equal("https://dequeuniversity.com/rules/axe/4.4/color-contrast", violation.HelpUrl);
        Assert.Equal(["wcag2aa", "wcag143"], violation.WcagTags);
        ViolationNode node = Assert.Single(violation.Nodes);
        Assert.Equal([".hero-text"], node.Target);
        Assert.Equal("<p class=\"hero-text\">Welcome</p>", node.Html);
        Assert.Equal("Element has insufficient color contrast ratio of 3.2:1", node.FailureSummary);
        Assert.Equal(Noon.AddMinutes(5), page.AnalyzedAt);
    }

    [Fact]
    public async Task A_list_of_scans_is_read()
    {
        stub.Answer(SeogentSamples.List);

        ScanList list = await stub.Api().ListScansAsync();

        ScanListItem item = Assert.Single(list.Data);
        Assert.Equal(
            new ScanListItem
            {
                ScanId = SeogentSamples.Id,
                Domain = "example.com",
                Source = "api",
                Status = ScanStatus.Completed,
                CrawlMode = CrawlMode.Discover,
                Progress = new ScanProgress { TotalUrls = 32, UrlsAnalyzed = 32, Percentage = 100 },
                AverageScore = 74,
                CreatedAt = Noon,
                CompletedAt = Noon.AddMinutes(10),
            },
            item);
        Assert.Null(item.Progress!.UrlsCrawled);
        Assert.Equal(new ScanListMeta { CurrentPage = 1, LastPage = 3, PerPage = 20, Total = 47 }, list.Meta);
        Assert.DoesNotContain("page=", stub.Request.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancellation_domains_and_credits_are_read()
    {
        stub.Answer(SeogentSamples.Cancelled);
        Assert.Equal("Scan cancelled successfully.", (await stub.Client().CancelScanAsync(SeogentSamples.Id)).Message);

        stub.Answer(SeogentSamples.Domains);
        ScannedDomain domain = Assert.Single((await stub.Client().ListDomainsAsync()).Data);
        Assert.Equal(
            new ScannedDomain { Id = "1", Domain = "example.com", TotalScans = 5, LastScannedAt = Noon.AddMinutes(10) }, domain);

        stub.Answer(SeogentSamples.Credits);
        CreditBalance credits = await stub.Client().GetCreditsAsync();
        Assert.Equal((1500, true), (credits.Balance, credits.AutoRenew));
    }
}
