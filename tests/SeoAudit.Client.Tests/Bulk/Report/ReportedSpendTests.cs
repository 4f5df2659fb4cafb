using static SeoAudit.Client.Tests.Bulk.Report.SampleOutcomes;

namespace SeoAudit.Client.Tests.Bulk.Report;

/// <summary>What a run took from quotas and credits, and when it can go on.</summary>
public sealed class ReportedSpendTests
{
    [Fact]
    public void Only_what_was_made_in_this_run_was_spent()
    {
        BulkAuditReport report = ReportOn(
            Audited(AuditService.SeoPeek, 80, 0),
            Audited(AuditService.SeoPeek, 70, 1) with { Origin = OutcomeOrigin.Cache },
            Audited(AuditService.SeoPeek, 60, 2) with { Origin = OutcomeOrigin.Journal },
            Audited(AuditService.Seogent, 50, 3) with { Credits = 2 },
            Failed(4, new SeoAuditTimeoutException("late") { Service = AuditService.Seogent }) with { Credits = 2 },
            Failed(5, new SeoAuditTimeoutException("late") { Service = AuditService.MetricSpot }) with { Origin = OutcomeOrigin.Journal },
            NotAttempted(6, service: AuditService.MetricSpot),
            Failed(7, new SeoAuditValidationException("bad")));

        Assert.Equal(2, report.AuditsUsed);
        Assert.Equal(4, report.CreditsUsed);
        Assert.Equal(3, report.Reused);
        Assert.Equal(
            [
                new ServiceUsage { Service = AuditService.SeoPeek, Audited = 3, Reused = 2, AuditsUsed = 1, AverageAuditedScore = 70 },
                new ServiceUsage { Service = AuditService.Seogent, Audited = 1, Errors = 1, AuditsUsed = 1, CreditsUsed = 4, AverageAuditedScore = 50 },
                new ServiceUsage { Service = AuditService.MetricSpot, Errors = 1, NotAttempted = 1, Reused = 1 },
            ],
            report.ByService);
    }

    [Fact]
    public void Shares_of_a_scan_add_up_to_what_it_took()
    {
        BulkAuditReport report = ReportOn(Enumerable.Range(0, 700).Select(static index => Audited(AuditService.Seogent, 50, index) with { Credits = 3 / 7.0 }));

        Assert.Equal(300, report.CreditsUsed);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-1)]
    public void Credits_that_cannot_be_are_passed_over(double credits) =>
        Assert.Equal(5, ReportOn(Audited(50, 0) with { Credits = credits }, Audited(50, 1) with { Credits = 5 }).CreditsUsed);

    [Fact]
    public void Credits_are_null_where_nobody_told_any() => Assert.Null(ReportOn(Audited(50)).CreditsUsed);

    [Fact]
    public void Reused_outcomes_cost_no_credits() =>
        Assert.Null(ReportOn(Audited(50) with { Origin = OutcomeOrigin.Journal, Credits = 3 }).CreditsUsed);

    [Fact]
    public void Going_on_makes_sense_from_the_earliest_moment_that_a_page_that_was_not_attempted_names()
    {
        DateTimeOffset noon = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);
        SeoAuditException cooldown = new SeoAuditRateLimitException("cooldown") { RateLimit = new RateLimit { RetryAt = noon.AddDays(-1) } };

        Assert.Equal(
            noon,
            ReportOn(NotAttempted(0, noon.AddHours(1)), NotAttempted(1), NotAttempted(2, noon), NotAttempted(3, noon.AddHours(2)), Failed(4, cooldown)).ResumeAt);
        Assert.Null(ReportOn(NotAttempted(0), Failed(1, cooldown), Audited(50, 2)).ResumeAt);
    }
}
