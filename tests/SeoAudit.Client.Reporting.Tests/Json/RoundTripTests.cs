using SeoAudit.Client.Reporting.Tests.Support;
using SeoAudit.Client.Tests.Storage;

namespace SeoAudit.Client.Reporting.Tests.Json;

public sealed class RoundTripTests
{
    // Of an exception, where it was made; and what a report leaves out on purpose.
    private static readonly string[] NotKept = ["InnerException", "Source", "HResult", "ResponseBody", "Result"];

    public static TheoryData<ReportFormat, bool> Formats => new() { { ReportFormat.Json, false }, { ReportFormat.Json, true }, { ReportFormat.JsonLines, false } };

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Everything_comes_back(ReportFormat format, bool indented)
    {
        PageAuditOutcome[] outcomes =
        [
            FullOutcomes.Audited,
            Outcomes.Of(new PageAudit { Url = FullOutcomes.Url, Service = AuditService.MetricSpot, Score = 3 }, 8),
            Outcomes.Of(FullOutcomes.Audit with { CoreWebVitals = new CoreWebVitals(), AuditedAt = null, Service = AuditService.SeoPeek }, 9) with { Origin = OutcomeOrigin.Journal },
            .. FullOutcomes.OfEveryError(),
        ];

        List<PageAuditOutcome> read = await Written.ReadAsync(await Written.BytesAsync(format, new ReportOptions { Json = new JsonReportOptions { Indented = indented } }, outcomes), chunk: 100);

        Assert.Equal(outcomes.Length, read.Count);
        Assert.All(outcomes.Zip(read), static pair => Assert.Equal(Described.Of(pair.First, NotKept), Described.Of(pair.Second, NotKept)));
        Assert.All(outcomes.Zip(read), static pair => Assert.Equal(pair.First.Error?.GetType(), pair.Second.Error?.GetType()));
    }

    [Fact]
    public async Task The_kind_of_every_error_is_unchanged()
    {
        SeoAuditException[] errors = [.. FullOutcomes.Errors(), new SeoAuditException("x", new IOException("reset")), new SeoAuditSitemapException("x") { StatusCode = System.Net.HttpStatusCode.BadGateway }];

        List<PageAuditOutcome> read = await Written.ReadAsync(
            await Written.BytesAsync(ReportFormat.JsonLines, null, [.. errors.Select(static (error, index) => PageAuditOutcome.Failed(FullOutcomes.Url, error, index))]));

        Assert.Equal(errors.Select(OutcomeErrorKind.Of), read.Select(static outcome => OutcomeErrorKind.Of(outcome.Error!)));
    }

    [Fact]
    public void Every_kind_and_every_type_of_error_is_among_those_tested()
    {
        IEnumerable<OutcomeErrorKind> kinds = typeof(OutcomeErrorKind).GetProperties()
            .Where(static property => property.PropertyType == typeof(OutcomeErrorKind))
            .Select(static property => (OutcomeErrorKind)property.GetValue(null)!);
        // What is wrong with a sitemap, a job or a webhook is not said of a page.
        Type[] others = [typeof(SeoAuditSitemapException), typeof(SeoAuditJobException), typeof(SeoAuditWebhookException)];
        IEnumerable<Type> types = typeof(SeoAuditException).Assembly.GetExportedTypes()
            .Where(type => type.IsAssignableTo(typeof(SeoAuditException)) && !others.Contains(type));

        Assert.Equal(kinds.ToHashSet(), FullOutcomes.Errors().Select(OutcomeErrorKind.Of).ToHashSet());
        Assert.Equal(types.ToHashSet(), FullOutcomes.Errors().Select(static error => error.GetType()).ToHashSet());
    }

    [Fact]
    public async Task What_the_guide_has_no_word_for_is_what_a_guide_only_report_loses()
    {
        var options = new ReportOptions { Json = new JsonReportOptions { GuideOnly = true } };

        List<PageAuditOutcome> read = await Written.ReadAsync(
            await Written.BytesAsync(ReportFormat.Json, options, FullOutcomes.Audited, Outcomes.NotAttempted("https://example.com/later", Outcomes.AuditedAt)));

        Assert.Equal((FullOutcomes.Url, 87.25, Grade.B, AuditService.SeoPeek, 0, 70.0), (read[0].Url, read[0].Audit!.Score, read[0].Audit!.Grade, read[0].Service, read[0].Index, read[0].PassThreshold));
        Assert.Equal(FullOutcomes.Audit.Metadata, read[0].Audit!.Metadata);
        Assert.Equal(FullOutcomes.Audit.AuditedAt, read[0].Audit!.AuditedAt);
        Assert.Equal(["passed", "failed", "failed"], read[0].Audit!.Checks.Select(static check => check.Status.Value), StringComparer.Ordinal);
        Assert.Equal((OutcomeStatus.Failed, "The day's audits are used up.", 1), (read[1].Status, read[1].Error!.Message, read[1].Index));
        Assert.Equal(OutcomeErrorKind.Other, OutcomeErrorKind.Of(read[1].Error!));
    }

    [Theory]
    [InlineData("/only/a/path")]
    [InlineData("no address")]
    [InlineData("//example.com/x")]
    [InlineData("")]
    public async Task A_url_that_is_no_address_comes_back_as_it_was(string url)
    {
        var handedIn = new Uri(url, UriKind.Relative);

        List<PageAuditOutcome> read = await Written.ReadAsync(
            await Written.BytesAsync(ReportFormat.JsonLines, null, PageAuditOutcome.Failed(handedIn, new SeoAuditValidationException("No page."))));

        Assert.Equal(handedIn, Assert.Single(read).Url);
    }
}
