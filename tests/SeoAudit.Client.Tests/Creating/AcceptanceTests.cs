using System.Net;
using Polly.CircuitBreaker;
using SeoAudit.Client.Creating;

namespace SeoAudit.Client.Tests.Creating;

public sealed class AcceptanceTests
{
    public static TheoryData<Exception?, bool> Causes => new()
    {
        { null, false },
        { new BrokenCircuitException(), true },
        { new OperationCanceledException("Connecting.", new TimeoutException()), true },
        { new OperationCanceledException(), false },
        { new TimeoutException(), false },
        { new IOException("reset"), false },
        { new HttpRequestException(HttpRequestError.ConnectionError), true },
        { new HttpRequestException(HttpRequestError.NameResolutionError), true },
        { new HttpRequestException(HttpRequestError.SecureConnectionError), true },
        { new HttpRequestException(HttpRequestError.ResponseEnded), false },
        { new HttpRequestException(HttpRequestError.Unknown), false },
    };

    [Theory]
    [InlineData(200, false)]
    [InlineData(299, false)]
    [InlineData(300, true)]
    [InlineData(302, true)]
    [InlineData(303, false)]
    [InlineData(304, true)]
    [InlineData(400, true)]
    [InlineData(408, false)]
    [InlineData(422, true)]
    [InlineData(499, true)]
    [InlineData(500, false)]
    [InlineData(501, true)]
    [InlineData(502, false)]
    [InlineData(503, false)]
    [InlineData(504, false)]
    [InlineData(505, true)]
    [InlineData(520, false)]
    public void A_status_tells_whether_the_request_was_refused(int status, bool isRefused) =>
        Assert.Equal(isRefused, Acceptance.IsRefused(new SeoAuditException("No.") { StatusCode = (HttpStatusCode)status }));

    [Fact]
    public void A_service_that_says_when_to_come_back_has_refused()
    {
        var later = new RateLimit { RetryAfter = TimeSpan.FromSeconds(1) };

        Assert.True(Acceptance.IsRefused(new SeoAuditException("No.") { StatusCode = HttpStatusCode.ServiceUnavailable, RateLimit = later }));
        Assert.False(Acceptance.IsRefused(
            new SeoAuditException("No.") { StatusCode = HttpStatusCode.ServiceUnavailable, RateLimit = new RateLimit { Limit = 1 } }));
        Assert.False(Acceptance.IsRefused(new SeoAuditException("No.") { StatusCode = HttpStatusCode.BadGateway, RateLimit = later }));
    }

    [Fact]
    public void Limits_and_quotas_are_refusals_whatever_their_status()
    {
        Assert.True(Acceptance.IsRefused(new SeoAuditRateLimitException("No.")));
        Assert.True(Acceptance.IsRefused(new SeoAuditQuotaException("No.")));
    }

    [Theory]
    [MemberData(nameof(Causes), DisableDiscoveryEnumeration = true)]
    public void A_request_without_a_connection_was_never_sent(Exception? cause, bool neverSent)
    {
        var failure = new SeoAuditException("No.", cause);

        Assert.Equal(neverSent, Acceptance.NeverSent(failure));
        Assert.Equal(neverSent, Acceptance.IsRefused(failure));
    }

    [Fact]
    public void A_wait_for_what_was_created_tells_nothing_of_its_creation()
    {
        Assert.False(Acceptance.IsRefused(new SeoAuditRateLimitException("No.") { OperationId = "1" }));
        Assert.False(Acceptance.NeverSent(new SeoAuditException("No.", new BrokenCircuitException()) { OperationId = "1" }));
    }

    [Fact]
    public void An_unknown_outcome_is_no_refusal()
    {
        var unknown = new SeoAuditOutcomeUnknownException("No.", new BrokenCircuitException()) { StatusCode = HttpStatusCode.BadRequest };

        Assert.False(Acceptance.IsRefused(unknown));
        Assert.False(Acceptance.NeverSent(unknown));
    }
}
