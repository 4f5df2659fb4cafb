using System.Net;
using static SeoAudit.Client.Tests.Bulk.Report.SampleOutcomes;

namespace SeoAudit.Client.Tests.Bulk.Report;

public sealed class ErrorsByKindTests
{
    public static TheoryData<string, Func<SeoAuditException>> Kinds => new()
    {
        { "rate_limited", static () => new SeoAuditRateLimitException("x") },
        { "quota_used_up", static () => new SeoAuditQuotaException("x") },
        { "authentication", static () => new SeoAuditAuthenticationException("x") },
        { "not_found", static () => new SeoAuditNotFoundException("x") },
        { "validation", static () => new SeoAuditValidationException("x") },
        { "conflict", static () => new SeoAuditConflictException("x") },
        { "audit_failed", static () => new AuditFailedException("x") },
        { "credit_limit", static () => new SeoAuditCreditLimitException("x") },
        { "outcome_unknown", static () => new SeoAuditOutcomeUnknownException("x") },
        { "timeout", static () => new SeoAuditTimeoutException("x") },
        { "unreadable_response", static () => new SeoAuditResponseException("x") { StatusCode = HttpStatusCode.OK } },
        { "service_error", static () => new SeoAuditException("x") { StatusCode = HttpStatusCode.ServiceUnavailable, IsTransient = true } },
        { "journal", static () => new SeoAuditJournalException("x") },
        { "unreachable", static () => new SeoAuditException("x") { IsTransient = true } },
        { "unreachable", static () => new SeoAuditException("x", new HttpRequestException("no TLS")) },
        { "unreachable", static () => new SeoAuditException("x", new IOException("cut off")) },
        { "other", static () => new SeoAuditException("x") },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_error_has_a_kind(string kind, Func<SeoAuditException> error)
    {
        Assert.Equal(new OutcomeErrorKind(kind), OutcomeErrorKind.Of(error()));
        Assert.Equal(kind, Assert.Single(ReportOn(Failed(0, error())).ErrorsByKind).Kind.Value);
    }

    [Fact]
    public void Every_exception_of_the_SDK_has_a_kind_of_its_own()
    {
        // What is wrong with a sitemap, a job or a webhook is about the input as a whole, never about a page.
        Type[] others = [typeof(SeoAuditSitemapException), typeof(SeoAuditJobException), typeof(SeoAuditWebhookException)];
        Type[] subtypes = [.. typeof(SeoAuditException).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(SeoAuditException)) && !others.Contains(type))];
        OutcomeErrorKind[] kinds = [.. subtypes.Select(static type => OutcomeErrorKind.Of((SeoAuditException)Activator.CreateInstance(type)!))];

        Assert.DoesNotContain(OutcomeErrorKind.Other, kinds);
        Assert.Equal(subtypes.Length, kinds.Distinct().Count());
    }

    [Fact]
    public void Kinds_that_are_as_common_come_in_the_order_of_their_names()
    {
        BulkAuditReport report = ReportOn(
            Failed(0, new SeoAuditValidationException("x")), Failed(1, new SeoAuditConflictException("x")), Failed(2, new SeoAuditTimeoutException("x")));

        Assert.Equal(["conflict", "timeout", "validation"], report.ErrorsByKind.Select(static error => error.Kind.Value), StringComparer.Ordinal);
    }

    [Fact]
    public void There_is_no_kind_of_nothing()
    {
        Assert.Throws<ArgumentNullException>(static () => new OutcomeErrorKind(null!));
        Assert.Throws<ArgumentNullException>(static () => OutcomeErrorKind.Of(null!));
    }

    [Fact]
    public void The_commonest_comes_first_with_the_first_of_the_input_as_example()
    {
        BulkAuditReport report = ReportOn(
            Failed(9, new SeoAuditTimeoutException("late at 9")),
            Failed(4, new SeoAuditValidationException("bad at 4")),
            Failed(2, new SeoAuditTimeoutException("late at 2")),
            Audited(80, 1),
            Failed(5, new SeoAuditTimeoutException("late at 5")));

        Assert.Equal(
            [
                new OutcomeErrorCount { Kind = OutcomeErrorKind.Timeout, Count = 3, ExampleUrl = Page(2), ExampleMessage = "late at 2" },
                new OutcomeErrorCount { Kind = OutcomeErrorKind.Validation, Count = 1, ExampleUrl = Page(4), ExampleMessage = "bad at 4" },
            ],
            report.ErrorsByKind);
    }

    [Fact]
    public void Pages_that_were_not_attempted_are_told_apart()
    {
        BulkAuditReport report = ReportOn(
            Failed(0, new SeoAuditQuotaException("used up")), NotAttempted(1), NotAttempted(2));

        OutcomeErrorCount error = Assert.Single(report.ErrorsByKind);
        Assert.Equal((OutcomeErrorKind.QuotaUsedUp, 3, 2), (error.Kind, error.Count, error.NotAttempted));
    }

    [Fact]
    public void A_kind_is_compared_without_regard_to_case_and_reads_as_its_word()
    {
        Assert.Equal(OutcomeErrorKind.Timeout, OutcomeErrorKind.Create("TIMEOUT"));
        Assert.Equal(OutcomeErrorKind.Timeout.GetHashCode(), new OutcomeErrorKind("TimeOut").GetHashCode());
        Assert.Equal("timeout", $"{OutcomeErrorKind.Timeout}");
        Assert.Equal(string.Empty, default(OutcomeErrorKind).Value);
    }
}
