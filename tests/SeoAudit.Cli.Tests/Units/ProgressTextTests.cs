using SeoAudit.Cli.Running;
using SeoAudit.Client;

namespace SeoAudit.Cli.Tests.Units;

public sealed class ProgressTextTests
{
    private static readonly BulkAuditProgress HalfWay = new()
    {
        Submitted = 2_000,
        Completed = 1_000,
        Passed = 900,
        Failed = 100,
        NotAttempted = 0,
        Reused = 0,
        Duplicates = 0,
        Elapsed = TimeSpan.FromSeconds(100),
    };

    private static readonly AuditProgress Analyzing = new()
    {
        Id = "1",
        IsFinal = false,
        Status = "analyzing",
        AnalyzedPages = 20,
        TotalPages = 50,
        Percentage = 40,
        Elapsed = TimeSpan.FromSeconds(10),
    };

    [Fact]
    public void It_says_rate_time_and_quota_left()
    {
        ProgressState state = ProgressText.Of(HalfWay, isInputRead: true, new AuditQuota { Service = AuditService.SeoPeek, Remaining = 12_345 });

        Assert.Equal("1,000 of 2,000 pages, 900 passed, 100 failed, 10.0 pages/s, 1 min 40 s left, quota left 12,345", state.Text);
        Assert.Equal(2_000, state.Total);
    }

    [Fact]
    public void It_promises_no_end_before_all_pages_are_known()
    {
        ProgressState state = ProgressText.Of(HalfWay, isInputRead: false, quota: null);

        Assert.Equal("1,000 of 2,000+ pages, 900 passed, 100 failed, 10.0 pages/s", state.Text);
        Assert.Null(state.Total);
    }

    [Fact]
    public void What_would_take_ages_is_said_to_take_long()
    {
        ProgressState run = ProgressText.Of(HalfWay with { Submitted = int.MaxValue, Completed = 1, Passed = 1, Elapsed = TimeSpan.FromHours(1) }, isInputRead: true, quota: null);
        ProgressState scan = ProgressText.Of(Analyzing with { AnalyzedPages = 1, TotalPages = 2_000_000_000, Percentage = 0, Elapsed = TimeSpan.FromMinutes(10) });

        Assert.Equal("1 of 2,147,483,647 pages, 1 passed, 0 failed, 0.0 pages/s, more than 100 days left", run.Text);
        Assert.Equal("analyzing, 1 of 2,000,000,000 pages, 0.0 pages/s, more than 100 days left, 10 min 0 s so far", scan.Text);
    }

    [Fact]
    public void A_scan_says_how_far_it_is()
    {
        ProgressState state = ProgressText.Of(Analyzing);

        Assert.Equal("analyzing, 20 of 50 pages, 2.0 pages/s, 15 s left, 10 s so far", state.Text);
        Assert.Equal((40, 100), (state.Done, state.Total));
    }
}
