using System.Net;
using Polly.CircuitBreaker;
using SeoAudit.Client.Bulk.Lanes;

namespace SeoAudit.Client.Tests.Bulk.Lanes;

public sealed class RefusalTests
{
    private static readonly RateLimit Later = new() { RetryAfter = TimeSpan.FromSeconds(1) };

    [Fact]
    public void Limits_quotas_and_an_open_circuit_are_refusals_of_all_pages()
    {
        Assert.True(Refusal.IsRefusal(new SeoAuditRateLimitException("No.")));
        Assert.True(Refusal.IsRefusal(new SeoAuditQuotaException("No.")));
        Assert.True(Refusal.IsRefusal(new SeoAuditException("No.", new BrokenCircuitException())));
        Assert.False(Refusal.IsRefusal(new SeoAuditValidationException("No.")));
        Assert.False(Refusal.IsRefusal(new SeoAuditException("No.", new IOException())));
    }

    [Fact]
    public void What_happens_to_something_bought_refuses_nothing()
    {
        Assert.False(Refusal.IsRefusal(new SeoAuditRateLimitException("No.") { OperationId = "1" }));
        Assert.False(Refusal.IsRefusal(new SeoAuditQuotaException("No.") { OperationId = "1" }));
        Assert.False(Refusal.IsRefusal(new SeoAuditException("No.", new BrokenCircuitException()) { OperationId = "1" }));
        Assert.False(Refusal.IsOutage(new SeoAuditException("No.") { OperationId = "1", IsTransient = true }, queues: false));
    }

    [Fact]
    public void Waiting_helps_against_all_but_a_spent_quota()
    {
        Assert.True(Refusal.IsPassing(new SeoAuditRateLimitException("No.")));
        Assert.False(Refusal.IsPassing(new SeoAuditQuotaException("No.")));
    }

    [Fact]
    public void A_page_is_certainly_not_taken_where_the_service_refuses_it_or_all()
    {
        Assert.True(Refusal.IsCertain(new SeoAuditException("No.", new BrokenCircuitException())));
        Assert.True(Refusal.IsCertain(new SeoAuditValidationException("No.") { StatusCode = HttpStatusCode.BadRequest }));
        Assert.False(Refusal.IsCertain(new SeoAuditException("No.") { StatusCode = HttpStatusCode.BadGateway }));
    }

    [Fact]
    public void A_service_that_keeps_nothing_is_down_when_the_failure_may_pass()
    {
        Assert.True(Refusal.IsOutage(new SeoAuditException("No.") { IsTransient = true }, queues: false));
        Assert.False(Refusal.IsOutage(new SeoAuditException("No."), queues: false));
    }

    [Fact]
    public void A_service_that_queues_is_down_only_where_it_cannot_have_taken_the_page()
    {
        Assert.True(IsDown(new SeoAuditException("No.", new HttpRequestException(HttpRequestError.ConnectionError)) { IsTransient = true }));
        Assert.False(IsDown(new SeoAuditException("No.", new IOException()) { IsTransient = true }));
        Assert.True(IsDown(new SeoAuditException("No.") { IsTransient = true, StatusCode = HttpStatusCode.ServiceUnavailable, RateLimit = Later }));
        Assert.False(IsDown(new SeoAuditException("No.") { IsTransient = true, StatusCode = HttpStatusCode.ServiceUnavailable }));
        Assert.False(IsDown(new SeoAuditException("No.") { IsTransient = true, StatusCode = HttpStatusCode.BadGateway, RateLimit = Later }));

        static bool IsDown(SeoAuditException failure) => Refusal.IsOutage(failure, queues: true);
    }
}
