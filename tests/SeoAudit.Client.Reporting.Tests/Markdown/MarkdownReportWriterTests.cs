using System.Globalization;
using SeoAudit.Client.Reporting.Tests.Comparison;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Markdown;

public sealed class MarkdownReportWriterTests
{
    private const string Home = "https://example.com/";

    [Fact]
    public async Task A_run_is_summed_up()
    {
        string text = await MarkdownReports.Of(
            options: null,
            Outcomes.Audited(Home, 92.25, 0, Outcomes.Passes("Title")),
            Outcomes.Audited("https://example.com/a?b=1&c=2", 41, 1, Outcomes.Fails("Title"), Outcomes.Fails("H1")),
            Outcomes.Failed("http://example.com/gone", index: 2),
            Outcomes.NotAttempted("https://example.com/later", Outcomes.AuditedAt, 3));

        Assert.Equal(
            """
            <!-- seoaudit-report -->
            ## SEO audit

            | Pages | Passed | Failed | of these errors | of these not attempted | Average score | of audited pages |
            | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            | 4 | 1 | 3 | 1 | 1 | 33.3 | 66.6 |

            ### Lowest scores

            | Page | Score | Grade | Service |
            | --- | ---: | --- | --- |
            | [`example.com/a?b=1&c=2`](https://example.com/a?b=1&amp;c=2) | 41 | `F` | SEOPeek |
            | [`example.com/`](https://example.com/) | 92.2 | `A` | SEOPeek |

            ### Commonest failed checks

            | Check | Service | Pages |
            | --- | --- | ---: |
            | `H1` | SEOPeek | 1 |
            | `Title` | SEOPeek | 1 |

            ### Errors

            | Kind | Pages | of these not attempted | Example | Message |
            | --- | ---: | ---: | --- | --- |
            | `quota_used_up` | 1 | 1 | [`example.com/later`](https://example.com/later) | `The day's audits are used up.` |
            | `unreachable` | 1 | 0 | [`http://example.com/gone`](http://example.com/gone) | `The service answered 503.` |

            """,
            text);
        new ParsedMarkdown(text).AssertHarmless();
    }

    [Fact]
    public async Task The_verdict_of_the_gate_comes_first()
    {
        var gate = new QualityGate { MinAverageScore = 70, MinPageScore = 50, MaxErrors = 0 };

        string passed = await MarkdownReports.Of(new ReportOptions { Gate = gate }, Outcomes.Audited(Home, 90));
        string failed = await MarkdownReports.Of(new ReportOptions { Gate = gate, Title = "Nightly" }, Outcomes.Audited(Home, 40), Outcomes.Audited("https://example.com/b", 30));
        string none = await MarkdownReports.Of(new ReportOptions { Gate = new QualityGate() }, Outcomes.Audited(Home, 40));

        Assert.StartsWith("<!-- seoaudit-report -->\n## SEO audit\n\n✅ **Quality gate passed.** Rules kept: 3.\n\n| Pages", passed, StringComparison.Ordinal);
        Assert.StartsWith(
            """
            <!-- seoaudit-report -->
            ## Nightly

            ❌ **Quality gate failed.** Rules violated: 2 of 3.

            - **`MinAverageScore`** The average score is 35, below the minimum of 70.
            - **`MinPageScore`** 2 pages below the minimum score of 50; the lowest score is 30.
              - [`example.com/b`](https://example.com/b)
              - [`example.com/`](https://example.com/)

            | Pages
            """,
            failed,
            StringComparison.Ordinal);
        Assert.Contains("\nThe quality gate has no rules.\n", none, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_pages_of_a_rule_are_listed_and_the_rest_counted()
    {
        PageAuditOutcome[] outcomes = [.. Enumerable.Range(0, 130).Select(static i => Outcomes.Audited(string.Create(CultureInfo.InvariantCulture, $"https://example.com/{i}"), 10, i))];

        string text = await MarkdownReports.Of(new ReportOptions { Gate = new QualityGate { MinPageScore = 50 } }, outcomes);

        Assert.Contains("/4)\n  - and 125 more\n\n| Pages", text, StringComparison.Ordinal);
        Assert.Contains("\n…and 120 more audited pages.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_rules_are_listed_and_the_rest_counted()
    {
        string[] checks = [.. Enumerable.Range(1, 25).Select(static i => string.Create(CultureInfo.InvariantCulture, $"Check {i}"))];

        string text = await MarkdownReports.Of(new ReportOptions { Gate = new QualityGate { RequiredChecks = checks } }, Outcomes.Audited(Home, 90));

        Assert.Contains("Rules violated: 25 of 25.", text, StringComparison.Ordinal);
        Assert.Contains("\n- **`RequiredChecks[Check 20]`** No page", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Check 21", text, StringComparison.Ordinal);
        Assert.Contains("\n- and 5 more rules\n\n| Pages", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_baseline_is_compared_with_worse_before_better()
    {
        AuditSnapshot baseline = Snapshots.Of(
            Outcomes.Audited(Home, 80, 0, Outcomes.Passes("Title"), Outcomes.Fails("H1")),
            Outcomes.Audited("https://example.com/b", 50),
            Outcomes.Audited("https://example.com/c", 50),
            Outcomes.Audited("https://example.com/gone", 50));

        string text = await MarkdownReports.Of(
            new ReportOptions { Baseline = baseline },
            Outcomes.Audited(Home, 70.5, 0, [.. Enumerable.Range(1, 5).Select(static i => Outcomes.Fails(string.Create(CultureInfo.InvariantCulture, $"T{i}")))]),
            Outcomes.Audited("https://example.com/b", 60, 1, Outcomes.Passes("H1")),
            Outcomes.Failed("https://example.com/c", index: 2));

        Assert.Contains(
            """
            ### Compared with the baseline

            Average score over pages of both runs (2): 65 → 65.2 (**+0.2**).

            | Worse | Better | Unchanged | of these not comparable | New | Gone |
            | ---: | ---: | ---: | ---: | ---: | ---: |
            | 2 | 1 | 0 | 0 | 0 | 1 |

            #### Worse pages

            | Page | Before | After | Change | Newly failing checks |
            | --- | ---: | ---: | ---: | --- |
            | [`example.com/`](https://example.com/) | 80 | 70.5 | -9.5 | `T1`, `T2`, `T3` and 2 more |
            | [`example.com/c`](https://example.com/c) | 50 | error | – |  |

            #### Newly failing checks

            | Check | Service | Pages |
            | --- | --- | ---: |
            | `T1` | SEOPeek | 1 |
            | `T2` | SEOPeek | 1 |
            | `T3` | SEOPeek | 1 |
            | `T4` | SEOPeek | 1 |
            | `T5` | SEOPeek | 1 |

            #### Better pages

            | Page | Before | After | Change | Newly passing checks |
            | --- | ---: | ---: | ---: | --- |
            | [`example.com/b`](https://example.com/b) | 50 | 60 | +10 |  |

            #### Newly passing checks

            | Check | Service | Pages |
            | --- | --- | ---: |
            | `H1` | SEOPeek | 1 |

            ### Lowest scores
            """,
            text,
            StringComparison.Ordinal);
        new ParsedMarkdown(text).AssertHarmless();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(5.0)]
    public async Task Another_host_can_be_compared_with(double? maxDrop)
    {
        var options = new ReportOptions
        {
            Baseline = Snapshots.Of(Outcomes.Audited("https://live.example/a", 90)),
            Comparison = new ComparisonOptions { IgnoreHost = true },
            Gate = new QualityGate { MaxScoreDrop = maxDrop },
        };

        string text = await MarkdownReports.Of(options, Outcomes.Audited("https://preview.example/a", 80));

        Assert.Contains("| [`preview.example/a`](https://preview.example/a) | 90 | 80 | -10 |  |", text, StringComparison.Ordinal);
        Assert.Equal(maxDrop is not null, text.Contains('❌', StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_without_pages_says_so()
    {
        string text = await MarkdownReports.Of(new ReportOptions { Baseline = Snapshots.Of(Outcomes.Audited(Home, 80)) });

        Assert.Contains("\nThe run has no pages.\n", text, StringComparison.Ordinal);
        Assert.Contains("\nNo page has a score that can be compared.\n", text, StringComparison.Ordinal);
        new ParsedMarkdown(text).AssertHarmless();
    }

    [Fact]
    public void A_gate_that_needs_a_baseline_is_an_error_before_anything_is_written()
    {
        using var output = new MemoryStream();

        Assert.Throws<ArgumentException>(() => ReportWriter.Create(ReportFormat.Markdown, output, new ReportOptions { Gate = new QualityGate { MaxScoreDrop = 1 } }));
        Assert.Equal(0, output.Length);
    }

    [Fact]
    public async Task Writing_can_be_cancelled()
    {
        var cancelled = new CancellationToken(canceled: true);
        using var output = new MemoryStream();
        await using ReportWriter writer = ReportWriter.Create(ReportFormat.Markdown, output);
        await writer.WriteAsync(Outcomes.Audited(Home, 80), TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await writer.WriteAsync(Outcomes.Audited(Home, 80), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await writer.CompleteAsync(cancelled));
        Assert.Equal(0, output.Length);
    }
}
