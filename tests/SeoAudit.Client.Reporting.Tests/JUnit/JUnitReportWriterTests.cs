using System.Xml.Linq;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.JUnit;

public sealed class JUnitReportWriterTests
{
    private static readonly PageAuditOutcome[] OneOfEach =
    [
        Outcomes.Audited("https://example.com/", 92.5, 0, Outcomes.Passes("Title")),
        Outcomes.Audited("https://example.com/about", 41, 1, Outcomes.Passes("Title"), Outcomes.Fails("Canonical"), Outcomes.Fails("Open Graph", "major")),
        Outcomes.Failed("https://example.com/broken", index: 2),
        Outcomes.NotAttempted("https://example.com/later", Outcomes.AuditedAt, 3),
    ];

    [Fact]
    public async Task A_page_is_a_case_under_its_host_and_service()
    {
        XElement page = (await JUnitReport.ReadAsync(OneOfEach)).Case();

        Assert.Equal("https://example.com/", page.Text("name"));
        Assert.Equal("example.com.SeoPeek", page.Text("classname"));
        Assert.Empty(page.Elements());
    }

    [Fact]
    public async Task A_page_below_its_threshold_fails_with_the_checks_that_it_fails()
    {
        XElement failure = Assert.Single((await JUnitReport.ReadAsync(OneOfEach)).Case(1).Elements());

        Assert.Equal("failure", failure.Name);
        Assert.Equal("The score is 41, below 70.", failure.Text("message"));
        Assert.Equal("\n- Canonical: Canonical is missing.\n- [major] Open Graph: Open Graph is missing.\n", failure.Value);
    }

    [Fact]
    public async Task The_threshold_is_the_pages_own()
    {
        XElement suites = await JUnitReport.ReadAsync([OneOfEach[0] with { PassThreshold = 92.75 }, OneOfEach[1] with { PassThreshold = 41 }]);

        Assert.Equal("The score is 92.5, below 92.75.", suites.Case().Element("failure")!.Text("message"));
        Assert.Empty(suites.Case(1).Elements());
    }

    [Fact]
    public async Task A_score_that_is_only_just_too_low_is_not_rounded_up_to_the_threshold()
    {
        XElement suites = await JUnitReport.ReadAsync([Outcomes.Audited("https://example.com/", 69.999)]);

        Assert.Equal("The score is 69.999, below 70.", suites.Case().Element("failure")!.Text("message"));
        Assert.StartsWith("69.999 C", suites.Suite().Element("system-out")!.Value.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_without_an_audit_is_an_error_of_its_kind()
    {
        var error = new SeoAuditException("It broke.") { StatusCode = System.Net.HttpStatusCode.BadGateway, ServiceMessage = "Ouch", RequestId = "r-1" };

        XElement page = (await JUnitReport.ReadAsync([PageAuditOutcome.Failed(new Uri("http://localhost:8080/x"), error)])).Case();

        Assert.Equal("localhost:8080.NoService", page.Text("classname"));
        Assert.Equal("service_error", page.Element("error")!.Text("type"));
        Assert.Equal("It broke.", page.Element("error")!.Text("message"));
        Assert.Equal("\nHTTP status: 502\nThe service said: Ouch\nRequest: r-1\n", page.Element("error")!.Value);
    }

    [Fact]
    public async Task A_page_that_was_not_tried_is_skipped_and_says_when_it_may_be_tried()
    {
        XElement skipped = Assert.Single((await JUnitReport.ReadAsync(OneOfEach)).Case(3).Elements());

        Assert.Equal("skipped", skipped.Name);
        Assert.Equal("The day's audits are used up. It may be tried again at 2026-11-02T08:30:00Z.", skipped.Text("message"));
    }

    [Fact]
    public async Task A_password_in_an_address_is_not_shown()
    {
        XElement suites = await JUnitReport.ReadAsync([Outcomes.Audited("https://user:secret@example.com:8443/a?b#c", 99)]);

        Assert.Equal("https://example.com:8443/a?b#c", suites.Case().Text("name"));
        Assert.DoesNotContain("secret", suites.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_head_counts_what_follows()
    {
        PageAuditOutcome[] outcomes = [.. Enumerable.Range(0, 37).Select(index => OneOfEach[(index * index) % 4])];

        XElement suite = (await JUnitReport.ReadAsync(outcomes)).Suite();

        Assert.Equal("37", suite.Text("tests"));
        Assert.Equal(37, suite.Elements("testcase").Count());
        foreach ((string count, string verdict) in new[] { ("failures", "failure"), ("errors", "error"), ("skipped", "skipped") })
        {
            Assert.Equal(suite.Descendants(verdict).Count().ToString(System.Globalization.CultureInfo.InvariantCulture), suite.Text(count));
        }
    }

    [Fact]
    public async Task The_output_has_a_line_for_each_page_with_score_grade_and_vitals()
    {
        PageAudit measured = OneOfEach[0].Audit! with
        {
            CoreWebVitals = new CoreWebVitals { Lcp = TimeSpan.FromMilliseconds(2_512), Cls = 0.125, Inp = TimeSpan.FromMilliseconds(210) },
        };

        XElement suite = (await JUnitReport.ReadAsync([Outcomes.Of(measured), .. OneOfEach[1..]])).Suite();

        Assert.Equal(
            [
                "92.5 A  https://example.com/  LCP 2.512 s, CLS 0.125, INP 210 ms",
                "41 F  https://example.com/about",
                "unreachable  https://example.com/broken",
                "quota_used_up  https://example.com/later",
            ],
            suite.Element("system-out")!.Value.Trim().Split('\n'));
    }

    [Fact]
    public async Task The_suites_properties_are_those_of_the_run()
    {
        XElement suite = (await JUnitReport.ReadAsync(OneOfEach, new ReportOptions { Title = "Nightly" })).Suite();

        Assert.Equal("Nightly", suite.Text("name"));
        Assert.Equal(
            ["average_score=33.4", "passed=1", "average_audited_score=66.8", "resume_at=2026-11-02T08:30:00Z"],
            suite.Descendants("property").Select(static property => $"{property.Text("name")}={property.Text("value")}").ToArray());
    }

    [Fact]
    public async Task With_a_gate_there_is_a_second_suite_of_its_rules()
    {
        var gate = new QualityGate { MinAverageScore = 30, MinPageScore = 50 };

        XElement suites = await JUnitReport.ReadAsync(OneOfEach, new ReportOptions { Gate = gate });

        Assert.Equal("4", suites.Suite().Text("tests"));
        XElement rules = suites.Suite(1);
        Assert.Equal(["MinAverageScore", "MinPageScore"], rules.Elements("testcase").Select(static rule => rule.Text("name")).ToArray());
        Assert.Equal("MinPageScore", Assert.Single(rules.Descendants("failure")).Parent!.Text("name"));
        Assert.Contains("https://example.com/about", rules.Descendants("failure").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gate_that_is_not_valid_is_an_error_at_once() => Assert.Throws<ArgumentException>(
        static () => ReportWriter.Create(ReportFormat.JUnit, Stream.Null, new ReportOptions { Gate = new QualityGate { MaxScoreDrop = 1 } }));

    [Fact]
    public async Task A_run_of_no_pages_is_a_suite_of_no_cases()
    {
        XElement suite = (await JUnitReport.ReadAsync([])).Suite();

        Assert.Equal("0", suite.Text("tests"));
        Assert.Empty(suite.Elements("testcase"));
    }

    [Fact]
    public async Task It_is_utf_8_without_a_mark_and_says_so()
    {
        string report = await JUnitReport.WriteAsync(OneOfEach);

        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<testsuites>", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_run_at_the_same_time_is_the_same_report()
    {
        ReportOptions AtNoon() => new() { TimeProvider = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 13, 0, 0, TimeSpan.FromHours(1))) };

        byte[] first = await JUnitReport.BytesAsync(OneOfEach, AtNoon());

        Assert.Equal(first, await JUnitReport.BytesAsync(OneOfEach, AtNoon()));
        XElement suite = JUnitReport.Read(first).Suite();
        Assert.Equal("2026-03-01T12:00:00", suite.Text("timestamp"));
        Assert.Equal("0.000", suite.Text("time"));
    }

    [Fact]
    public async Task The_suite_takes_as_long_as_the_run()
    {
        var time = new FakeTimeProvider();
        using var output = new MemoryStream();
        await using ReportWriter writer = ReportWriter.Create(ReportFormat.JUnit, output, new ReportOptions { TimeProvider = time });
        await writer.WriteAsync(OneOfEach[0], TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(1_234.5));

        await writer.CompleteAsync(TestContext.Current.CancellationToken);

        Assert.Equal("1234.500", JUnitReport.Read(output.ToArray()).Suite().Text("time"));
    }

    [Fact]
    public async Task Nothing_is_put_out_before_the_end()
    {
        using var output = new MemoryStream();
        await using (ReportWriter writer = ReportWriter.Create(ReportFormat.JUnit, output))
        {
            await writer.WriteAsync(OneOfEach[0], TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, output.Length);
    }

    [Fact]
    public async Task A_cancelled_end_leaves_it_unfinished()
    {
        using var output = new MemoryStream();
        await using ReportWriter writer = ReportWriter.Create(ReportFormat.JUnit, output);
        await writer.WriteAsync(OneOfEach[0], TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writer.CompleteAsync(new CancellationToken(canceled: true)).AsTask());

        Assert.Equal(0, output.Length);
    }
}
