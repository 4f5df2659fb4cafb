using System.Globalization;
using SeoAudit.Client.Reporting.Tests.Comparison;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Gate;

public sealed class QualityGateEvaluatorTests
{
    private const string A = "https://example.com/a";
    private const string B = "https://example.com/b";
    private const string C = "https://example.com/c";

    [Fact]
    public void A_gate_without_rules_lets_everything_pass()
    {
        Assert.True(Verdicts.Of(new QualityGate()).IsPassed);
        QualityGateResult result = Verdicts.Of(new QualityGate(), Outcomes.Failed(A));

        Assert.True(result.IsPassed);
        Assert.Empty(result.Rules);
    }

    [Theory]
    [InlineData(65.1, true)]
    [InlineData(65.0, true)]
    [InlineData(64.8, false)]
    public void The_average_counts_a_page_without_an_audit_as_zero(double score, bool isPassed)
    {
        QualityGateResult result = Verdicts.Of(new QualityGate { MinAverageScore = 32.5 }, Outcomes.Audited(A, score), Outcomes.Failed(B));

        Assert.Equal(isPassed, result.IsPassed);
        Assert.Equal(["MinAverageScore"], result.Rules);
    }

    [Fact]
    public void An_average_that_is_too_low_is_about_the_run_as_a_whole()
    {
        GateViolation violation = Assert.Single(Verdicts.Of(new QualityGate { MinAverageScore = 70 }, Outcomes.Audited(A, 69.94)).Violations);

        Assert.Equal(("MinAverageScore", 70d, 69.9), (violation.Rule, violation.Allowed, violation.Actual));
        Assert.Equal("The average score is 69.9, below the minimum of 70.", violation.Message);
        Assert.Equal((0, 0), (violation.PageCount, violation.Pages.Count));
    }

    [Fact]
    public void Pages_below_the_minimum_are_listed_lowest_first()
    {
        GateViolation violation = Assert.Single(Verdicts.Of(
            new QualityGate { MinPageScore = 50 }, Outcomes.Audited(A, 49.9), Outcomes.Audited(B, 12), Outcomes.Audited(C, 50), Outcomes.Failed("https://example.com/d")).Violations);

        Assert.Equal([B, A], Verdicts.UrlsOf(violation));
        Assert.Equal((2, 12d, 50d), (violation.PageCount, violation.Actual, violation.Allowed));
        Assert.Equal("2 pages below the minimum score of 50; the lowest score is 12.", violation.Message);
    }

    [Fact]
    public void What_only_just_breaks_a_rule_is_not_rounded_to_what_keeps_it()
    {
        PageAuditOutcome page = Outcomes.Of(Outcomes.Audited(A, 69.999).Audit! with { CoreWebVitals = new CoreWebVitals { Cls = 0.10001 } });

        QualityGateResult result = Verdicts.Of(new QualityGate { MinPageScore = 70, MaxCls = 0.1 }, page);

        Assert.Equal(
            [
                "1 page below the minimum score of 70; the lowest score is 69.999.",
                "Cumulative Layout Shift is above 0.1 on 1 page; the greatest is 0.10001.",
            ],
            result.Violations.Select(static violation => violation.Message),
            StringComparer.Ordinal);
    }

    [Fact]
    public void A_score_that_is_no_number_is_below_every_minimum()
    {
        GateViolation violation = Assert.Single(Verdicts.Of(new QualityGate { MinPageScore = 0 }, Outcomes.Audited(A, double.NaN)).Violations);

        Assert.Equal((1, 0d), (violation.PageCount, violation.Actual));
    }

    [Fact]
    public void Failed_pages_are_those_that_do_not_reach_their_threshold_and_those_without_an_audit()
    {
        PageAuditOutcome[] outcomes =
        [
            Outcomes.Audited(A, 69) with { PassThreshold = 60 },
            Outcomes.Audited(B, 69),
            Outcomes.Failed(C),
        ];

        Assert.True(Verdicts.Of(new QualityGate { MaxFailedPages = 2 }, outcomes).IsPassed);
        GateViolation violation = Assert.Single(Verdicts.Of(new QualityGate { MaxFailedPages = 1 }, outcomes).Violations);
        Assert.Equal([C, B], Verdicts.UrlsOf(violation));
        Assert.Equal("2 pages failed; the most allowed is 1.", violation.Message);
    }

    [Fact]
    public void Errors_are_pages_without_an_audit_failed_ones_first()
    {
        PageAuditOutcome[] outcomes = [Outcomes.Audited(A, 0), Outcomes.NotAttempted(B, Outcomes.AuditedAt, 1), Outcomes.Failed(C, index: 2)];

        Assert.True(Verdicts.Of(new QualityGate { MaxErrors = 2 }, outcomes).IsPassed);
        GateViolation violation = Assert.Single(Verdicts.Of(new QualityGate { MaxErrors = 0 }, outcomes).Violations);
        Assert.Equal([C, B], Verdicts.UrlsOf(violation));
        Assert.Equal((0d, 2d), (violation.Allowed, violation.Actual));
    }

    [Theory]
    [InlineData("TITLE")]
    [InlineData("title.present")]
    public void A_required_check_may_fail_on_no_page(string name)
    {
        PageCheck check = Outcomes.Fails("Title") with { Key = "title.present" };
        PageCheck passed = check with { Status = CheckStatus.Passed };
        var gate = new QualityGate { RequiredChecks = [name] };

        Assert.True(Verdicts.Of(gate, Outcomes.Audited(A, 50, 0, passed), Outcomes.Audited(B, 50, 1, check with { Status = CheckStatus.Warning })).IsPassed);
        GateViolation violation = Assert.Single(Verdicts.Of(gate, Outcomes.Audited(A, 50, 0, check), Outcomes.Audited(B, 40, 1, passed, check, check)).Violations);
        Assert.Equal($"RequiredChecks[{name}]", violation.Rule);
        Assert.Equal([B, A], Verdicts.UrlsOf(violation));
        Assert.Equal((2, null, 2d), (violation.PageCount, violation.Allowed, violation.Actual));
    }

    [Fact]
    public void A_required_check_that_no_page_reports_is_violated()
    {
        QualityGateResult result = Verdicts.Of(new QualityGate { RequiredChecks = ["Titel"] }, Outcomes.Audited(A, 50, 0, Outcomes.Passes("Title")), Outcomes.Failed(B));

        GateViolation violation = Assert.Single(result.Violations);
        Assert.Null(violation.Actual);
        Assert.Contains("misspelt", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Core_Web_Vitals_have_limits()
    {
        var gate = new QualityGate { MaxLcp = TimeSpan.FromMilliseconds(2_500), MaxCls = 0.1, MaxInp = TimeSpan.FromMilliseconds(200) };
        var good = new CoreWebVitals { Lcp = TimeSpan.FromMilliseconds(2_500), Cls = 0.1, Inp = TimeSpan.FromMilliseconds(200) };
        var poor = new CoreWebVitals { Lcp = TimeSpan.FromMilliseconds(4_000.5), Cls = 0.25, Inp = TimeSpan.FromMilliseconds(201) };

        Assert.True(Verdicts.Of(gate, Verdicts.Measured(A, good), Verdicts.Measured(B, null), Verdicts.Measured(C, new CoreWebVitals())).IsPassed);
        QualityGateResult result = Verdicts.Of(gate, Verdicts.Measured(A, good with { Lcp = TimeSpan.FromSeconds(3) }), Verdicts.Measured(B, poor, 1));

        Assert.Equal(["MaxLcp", "MaxCls", "MaxInp"], Verdicts.RulesOf(result));
        Assert.Equal([B, A], Verdicts.UrlsOf(result.Violations[0]));
        Assert.Equal("Largest Contentful Paint is above 2500 ms on 2 pages; the greatest is 4000.5 ms.", result.Violations[0].Message);
        Assert.Equal("Cumulative Layout Shift is above 0.1 on 1 page; the greatest is 0.25.", result.Violations[1].Message);
        Assert.Equal((200d, 201d), (result.Violations[2].Allowed, result.Violations[2].Actual));
    }

    [Fact]
    public void A_limit_that_nothing_was_measured_for_is_violated()
    {
        var gate = new QualityGate { MaxLcp = TimeSpan.FromSeconds(2), MaxCls = 0.1, MaxInp = TimeSpan.FromSeconds(1) };
        var vitals = new CoreWebVitals { Lcp = TimeSpan.FromSeconds(1), Cls = double.NaN };

        QualityGateResult result = Verdicts.Of(gate, Verdicts.Measured(A, vitals), Outcomes.Audited(B, 90));

        Assert.Equal(["MaxCls", "MaxInp"], Verdicts.RulesOf(result));
        Assert.All(result.Violations, static violation => Assert.Null(violation.Actual));
        Assert.Contains("No page of the run has a measurement of Interaction to Next Paint", result.Violations[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_may_not_fall_too_far_below_the_baseline()
    {
        AuditSnapshot baseline = Snapshots.Of(Outcomes.Audited(A, 80), Outcomes.Audited(B, 80), Outcomes.Audited(C, 80), Outcomes.Audited("https://example.com/d", 80));
        PageAuditOutcome[] outcomes = [Outcomes.Audited(A, 75), Outcomes.Audited(B, 74.9), Outcomes.Audited(C, 60), Outcomes.Failed("https://example.com/d")];

        GateViolation violation = Assert.Single(Verdicts.Of(new QualityGate { MaxScoreDrop = 5 }, baseline, outcomes).Violations);

        Assert.Equal([C, B], Verdicts.UrlsOf(violation));
        Assert.Equal((2, 5d, 20d), (violation.PageCount, violation.Allowed, violation.Actual));
    }

    [Theory]
    [InlineData(0.3, 70, 69.7, true)]
    [InlineData(0.3, 70, 69.6, false)]
    [InlineData(0, 70, 69.99999999, true)]
    [InlineData(0, 70, 70.5, true)]
    public void The_average_over_the_pages_of_both_runs_may_not_fall_too_far(double max, double before, double after, bool isPassed)
    {
        AuditSnapshot baseline = Snapshots.Of(Outcomes.Audited(A, before), Outcomes.Audited(B, 100));

        QualityGateResult result = Verdicts.Of(new QualityGate { MaxAverageDrop = max }, baseline, Outcomes.Audited(A, after), Outcomes.Audited(C, 1));

        Assert.Equal(isPassed, result.IsPassed);
    }

    [Fact]
    public void A_baseline_without_a_comparable_page_lets_nothing_pass()
    {
        AuditSnapshot other = Snapshots.Of(Snapshots.By(AuditService.MetricSpot, A, 90));

        QualityGateResult result = Verdicts.Of(new QualityGate { MaxScoreDrop = 5, MaxAverageDrop = 5 }, other, Outcomes.Audited(A, 90));

        Assert.Equal(["MaxScoreDrop", "MaxAverageDrop"], Verdicts.RulesOf(result));
        Assert.All(result.Violations, static violation => Assert.Contains("compared with the baseline", violation.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void The_baseline_may_be_of_another_host()
    {
        var evaluator = new QualityGateEvaluator(
            new QualityGate { MaxScoreDrop = 5 }, Snapshots.Of(Outcomes.Audited("https://live.example/a", 90)), new ComparisonOptions { IgnoreHost = true });
        evaluator.Add(Outcomes.Audited("https://preview.example/a", 60));

        Assert.Equal(30, Assert.Single(evaluator.Evaluate().Violations).Actual);
    }

    [Fact]
    public void Each_severity_has_a_budget()
    {
        var gate = new QualityGate { MaxFailedChecks = new Dictionary<string, int>(StringComparer.Ordinal) { ["MINOR"] = 9, ["major"] = 2, ["critical"] = 0 } };
        PageAuditOutcome[] outcomes =
        [
            Outcomes.Audited(A, 50, 0, Outcomes.Fails("1", "major"), Outcomes.Fails("2", "minor"), Outcomes.Fails("3")),
            Outcomes.Audited(B, 50, 1, Outcomes.Fails("1", "Major"), Outcomes.Fails("4", "major"), Outcomes.Passes("5") with { Severity = "critical" }),
        ];

        QualityGateResult result = Verdicts.Of(gate, outcomes);

        Assert.Equal(["MaxFailedChecks[critical]", "MaxFailedChecks[major]", "MaxFailedChecks[MINOR]"], result.Rules);
        GateViolation violation = Assert.Single(result.Violations);
        Assert.Equal(("MaxFailedChecks[major]", 2d, 3d, 2), (violation.Rule, violation.Allowed, violation.Actual, violation.PageCount));
        Assert.Equal([B, A], Verdicts.UrlsOf(violation));
    }

    [Theory]
    [InlineData("majr", false)]
    [InlineData("critical", true)]
    [InlineData("blocker", true)]
    public void A_severity_that_nobody_knows_is_violated(string severity, bool isPassed)
    {
        var gate = new QualityGate { MaxFailedChecks = new Dictionary<string, int>(StringComparer.Ordinal) { [severity] = 5 } };

        Assert.Equal(isPassed, Verdicts.Of(gate, Outcomes.Audited(A, 50, 0, Outcomes.Fails("1", "major"), Outcomes.Fails("2", "blocker"))).IsPassed);
    }

    [Fact]
    public void A_budget_is_violated_where_no_check_has_a_severity()
    {
        var gate = new QualityGate { MaxFailedChecks = new Dictionary<string, int>(StringComparer.Ordinal) { ["major"] = 5 } };

        Assert.Null(Assert.Single(Verdicts.Of(gate, Outcomes.Audited(A, 50, 0, Outcomes.Fails("1"))).Violations).Actual);
    }

    [Fact]
    public void A_run_without_pages_violates_every_rule()
    {
        QualityGateResult result = Verdicts.Of(Gates.Full, Snapshots.Of(Outcomes.Audited(A, 90)));

        Assert.Equal(11, result.Rules.Count);
        Assert.Equal(result.Rules, Verdicts.RulesOf(result));
        Assert.All(result.Violations, static violation => Assert.Equal("The run has no pages.", violation.Message));
    }

    [Fact]
    public void A_run_of_nothing_but_errors_does_not_pass_a_minimum_score()
    {
        Assert.False(Verdicts.Of(new QualityGate { MinPageScore = 1 }, Outcomes.Failed(A)).IsPassed);
        Assert.False(Verdicts.Of(new QualityGate { MinAverageScore = 1 }, Outcomes.Failed(A)).IsPassed);
    }

    [Fact]
    public void All_pages_are_counted_and_the_worst_hundred_listed()
    {
        var evaluator = new QualityGateEvaluator(new QualityGate { MinPageScore = 100 });
        for (int i = 0; i < 1_000; i++)
        {
            evaluator.Add(Outcomes.Audited(string.Create(CultureInfo.InvariantCulture, $"https://example.com/{i}"), (i * 7 % 1_000) / 10.0, i));
        }

        GateViolation violation = Assert.Single(evaluator.Evaluate().Violations);

        Assert.Equal((1_000, 100, 0d), (violation.PageCount, violation.Pages.Count, violation.Actual));
        Assert.Equal(Enumerable.Range(0, 1_000).OrderBy(static i => i * 7 % 1_000).Take(100).Select(static i => $"https://example.com/{i}").ToArray(), Verdicts.UrlsOf(violation));
    }

    [Fact]
    public void More_can_be_added_after_a_verdict()
    {
        var evaluator = new QualityGateEvaluator(new QualityGate { MaxErrors = 0 });
        evaluator.Add(Outcomes.Audited(A, 90));
        Assert.True(evaluator.Evaluate().IsPassed);
        evaluator.Add(Outcomes.Failed(B));

        Assert.False(evaluator.Evaluate().IsPassed);
    }
}
