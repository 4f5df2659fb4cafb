using static SeoAudit.Client.Tests.Bulk.Report.SampleOutcomes;

namespace SeoAudit.Client.Tests.Bulk.Report;

/// <summary>The counts and averages of the guide.</summary>
public sealed class BulkAuditReportTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Counts_and_averages_as_the_guide_does(int seed)
    {
        PageAuditOutcome[] outcomes = RandomOutcomes(seed);

        BulkAuditReport report = await StreamOf(outcomes).ToReportAsync();

        // An error is a result with score 0 there, and results are what its sums run over.
        double[] results = [.. outcomes.Select(static outcome => outcome.Audit?.Score ?? 0)];
        double[] audited = [.. outcomes.Where(static outcome => outcome.Error is null).Select(static outcome => outcome.Audit!.Score)];
        int passed = results.Count(static score => score >= 70);
        Assert.Equal(outcomes.Length, report.Total);
        Assert.Equal(passed, report.Passed);
        Assert.Equal(outcomes.Length - passed, report.Failed);
        Assert.Equal(ExactDecimal.RoundToOneDecimal(ExactDecimal.Sum(results) / results.Length), report.AverageScore);
        Assert.Equal(
            audited.Length == 0 ? null : ExactDecimal.RoundToOneDecimal(ExactDecimal.Sum(audited) / audited.Length), report.AverageAuditedScore);
        Assert.Equal(audited.Length, report.Audited);
        Assert.Equal(outcomes.Count(static outcome => outcome.Status == OutcomeStatus.Failed), report.Errors);
        Assert.Equal(outcomes.Count(static outcome => outcome.Status == OutcomeStatus.NotAttempted), report.NotAttempted);
        Assert.Equal(outcomes.Count(static outcome => outcome.Origin != OutcomeOrigin.Service), report.Reused);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_order_of_the_outcomes_makes_no_difference(int seed)
    {
        PageAuditOutcome[] outcomes = RandomOutcomes(seed);
        var options = new BulkReportOptions { TimeProvider = new Microsoft.Extensions.Time.Testing.FakeTimeProvider() };
        BulkAuditReport inOrder = ReportOn(outcomes, options);

        new Random(seed).Shuffle(outcomes);
        BulkAuditReport shuffled = ReportOn(outcomes, options);

        Assert.Equivalent(inOrder, shuffled, strict: true);
    }

    // The sums are what Python has: round(sum / len, 1).
    [Theory]
    [InlineData(4, 281, 70.2)]
    [InlineData(4, 283, 70.8)]
    [InlineData(20, 1_407, 70.3)]
    [InlineData(20, 1_401, 70.0)]
    [InlineData(20, 1_409, 70.5)]
    [InlineData(3, 200, 66.7)]
    public void A_half_is_rounded_as_Python_does(int pages, int sum, double expected)
    {
        int low = sum / pages;
        BulkAuditReport report = ReportOn(Enumerable.Range(0, pages).Select(index => Audited(index < sum % pages ? low + 1 : low, index)));

        Assert.Equal(expected, report.AverageScore);
        Assert.Equal(expected, report.AverageAuditedScore);
    }

    [Fact]
    public void An_error_and_a_page_that_was_not_attempted_count_as_0_in_the_first_average_only()
    {
        BulkAuditReport report = ReportOn(Audited(90, 0), Failed(1), NotAttempted(2), Audited(60, 3));

        Assert.Equal((4, 1, 3), (report.Total, report.Passed, report.Failed));
        Assert.Equal((2, 1, 1), (report.Audited, report.Errors, report.NotAttempted));
        Assert.Equal(37.5, report.AverageScore);
        Assert.Equal(75, report.AverageAuditedScore);
    }

    [Fact]
    public void The_threshold_is_that_of_the_outcomes()
    {
        BulkAuditReport report = ReportOn(Audited(69.9), Audited(70), Audited(89) with { PassThreshold = 90 }, Failed() with { PassThreshold = 0 });

        Assert.Equal((1, 3), (report.Passed, report.Failed));
    }

    [Fact]
    public async Task No_outcomes_make_an_empty_report()
    {
        BulkAuditReport report = await StreamOf([]).ToReportAsync();

        Assert.Equal((0, 0, 0), (report.Total, report.Passed, report.Failed));
        Assert.Equal(0, report.AverageScore);
        Assert.Null(report.AverageAuditedScore);
        Assert.Null(report.CreditsUsed);
        Assert.Null(report.ResumeAt);
        Assert.Empty(report.WorstPages);
        Assert.Empty(report.Grades);
        Assert.Empty(report.FailedChecks);
        Assert.Empty(report.ErrorsByKind);
        Assert.Empty(report.ByService);
        Assert.Empty(report.Outcomes);
    }

    [Fact]
    public void Errors_alone_have_no_average_over_audited_pages()
    {
        BulkAuditReport report = ReportOn(Failed(0), Failed(1));

        Assert.Equal(0, report.AverageScore);
        Assert.Null(report.AverageAuditedScore);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_score_that_is_no_finite_number_does_not_spoil_the_averages(double score)
    {
        BulkAuditReport report = ReportOn(Audited(80, 0), Audited(score, 1));

        Assert.Equal(40, report.AverageScore);
        Assert.Equal(0, report.WorstPages[0].Score);
    }

    [Fact]
    public void Grades_are_counted_as_they_were_given()
    {
        BulkAuditReport report = ReportOn(
            Audited(95, 0, Grade.A), Audited(20, 1, Grade.F), Audited(91, 2, new Grade("a")), Audited(80, 3, new Grade("B+")),
            Audited(AuditService.MetricSpot, 99, 4), Audited(50, 5, default(Grade)), Failed(6));

        Assert.Equal(
            [("A", 2), ("B+", 1), ("F", 1), (null, 2)],
            report.Grades.Select(static count => (count.Grade?.Value, count.Count)));
    }

    [Fact]
    public void No_number_of_different_grades_takes_more_than_so_much_memory()
    {
        BulkAuditReport report = ReportOn(Enumerable.Range(0, 5_000).Select(static index => Audited(50, index, new Grade($"G{index}"))));

        Assert.Equal(1_001, report.Grades.Count);
        Assert.Equal(4_000, report.Grades[^1].Count);
        Assert.Null(report.Grades[^1].Grade);
    }

    private static PageAuditOutcome[] RandomOutcomes(int seed)
    {
        var random = new Random(seed);
        bool whole = seed % 2 == 0;
        SeoAuditException[] errors =
        [
            new SeoAuditTimeoutException("late") { Service = AuditService.Seogent }, new SeoAuditRateLimitException("slow down"),
            new SeoAuditValidationException("bad"), new AuditFailedException("gave up") { Service = AuditService.MetricSpot },
        ];
        Grade?[] grades = [Grade.A, Grade.B, Grade.C, Grade.D, Grade.F, null];
        return
            [.. Enumerable.Range(0, random.Next(1, 200)).Select(index => random.Next(10) switch
            {
                0 => Failed(index, errors[random.Next(errors.Length)]),
                1 => NotAttempted(index, DateTimeOffset.UnixEpoch.AddMinutes(random.Next(100))),
                _ => Audited(
                    (AuditService)random.Next(3),
                    whole ? random.Next(0, 101) : random.Next(0, 1_001) / 10.0,
                    index,
                    grades[random.Next(grades.Length)],
                    [.. Enumerable.Range(0, random.Next(5)).Select(_ => FailedCheck($"check {random.Next(20)}"))]) with
                {
                    Origin = (OutcomeOrigin)random.Next(3),
                },
            })];
    }
}
