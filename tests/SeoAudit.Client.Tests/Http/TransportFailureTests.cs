using Microsoft.Extensions.Time.Testing;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SeoAudit.Client.Http;
using SeoAudit.Client.SeoPeek;

namespace SeoAudit.Client.Tests.Http;

public sealed class TransportFailureTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 12, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Now);

    public static TheoryData<Exception, Type, bool, string> Failures => new()
    {
        { new HttpRequestException(HttpRequestError.ConnectionError), typeof(SeoAuditException), true, "could not reach the service (ConnectionError)" },
        { new HttpRequestException(HttpRequestError.ResponseEnded), typeof(SeoAuditException), true, "could not reach the service (ResponseEnded)" },
        { new HttpRequestException(HttpRequestError.SecureConnectionError), typeof(SeoAuditException), false, "could not reach the service" },
        { new HttpRequestException(HttpRequestError.UserAuthenticationError), typeof(SeoAuditException), false, "could not reach the service" },
        { new HttpRequestException(HttpRequestError.VersionNegotiationError), typeof(SeoAuditException), false, "could not reach the service" },
        { new HttpRequestException(HttpRequestError.InvalidResponse), typeof(SeoAuditResponseException), false, "is not valid HTTP" },
        { new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded), typeof(SeoAuditResponseException), false, "1234 bytes that MaxResponseBytes allows" },
        { new InvalidDataException(), typeof(SeoAuditResponseException), false, "cannot be unpacked" },
        { new IOException(), typeof(SeoAuditException), true, "lost its connection" },
        { new OperationCanceledException("", new TimeoutException()), typeof(SeoAuditException), true, "no connection was made in time" },
        { new OperationCanceledException(), typeof(SeoAuditException), false, "abandoned because the client was closed" },
        { new BrokenCircuitException(), typeof(SeoAuditException), true, "was not sent" },
        { new FormatException(), typeof(SeoAuditException), false, "failed before an answer came" },
    };

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public void What_went_wrong_on_the_way_is_one_kind_of_exception(Exception cause, Type type, bool isTransient, string words)
    {
        ServiceCall call = Call();
        call.Attempts = 3;
        call.RateLimit = new RateLimit { Limit = 9 };

        SeoAuditException failure = TransportFailure.Translate(cause, call);

        Assert.IsType(type, failure);
        Assert.Same(cause, failure.InnerException);
        Assert.StartsWith("SEOPeek Audit ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.Equal((isTransient, 3, AuditService.SeoPeek, "Audit", 9), (failure.IsTransient, failure.Attempts, failure.Service!.Value, failure.Operation, failure.RateLimit?.Limit));
    }

    [Fact]
    public void An_open_circuit_says_when_it_closes()
    {
        SeoAuditException failure = TransportFailure.Translate(new BrokenCircuitException("", TimeSpan.FromSeconds(4)), Call());

        Assert.Equal((TimeSpan.FromSeconds(4), Now.AddSeconds(4)), (failure.RateLimit!.RetryAfter!.Value, failure.RateLimit.RetryAt!.Value));
    }

    [Fact]
    public void What_is_told_already_is_told_as_it_is()
    {
        var own = new SeoAuditQuotaException("Spent.");

        Assert.Same(own, TransportFailure.Translate(own, Call()));
    }

    [Theory]
    [InlineData(10, 10, 30, TimeoutKind.Attempt, 10, "had no complete answer within 10 seconds.")]
    [InlineData(7.5, 10, 30, TimeoutKind.Call, 30, "with its 2 attempts did not finish within 30 seconds.")]
    [InlineData(10, 10, 10, TimeoutKind.Call, 10, "with its 2 attempts did not finish within 10 seconds.")]
    public void Of_two_allowances_the_one_is_named_that_ran_out(
        double allowed, int attempt, int total, TimeoutKind kind, int seconds, string words)
    {
        ServiceCall call = Call(attempt, total);
        call.Attempts = 2;

        var late = Assert.IsType<SeoAuditTimeoutException>(
            TransportFailure.Translate(new TimeoutRejectedException("", TimeSpan.FromSeconds(allowed)), call));

        Assert.Equal((kind, TimeSpan.FromSeconds(seconds), true), (late.Kind, late.Timeout, late.IsTransient));
        Assert.EndsWith(words, late.Message, StringComparison.Ordinal);
    }

    private ServiceCall Call(int attempt = 10, int total = 30) => new(
        SeoPeekProfile.Instance,
        SeoPeekProfile.Instance.Endpoints.First(static endpoint => endpoint.Name == "Audit"),
        new SeoPeekOptions
        {
            MaxResponseBytes = 1_234,
            AttemptTimeout = TimeSpan.FromSeconds(attempt),
            TotalTimeout = TimeSpan.FromSeconds(total),
        },
        _time);
}
