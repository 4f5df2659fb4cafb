using System.Net;
using Polly.Timeout;
using SeoAudit.Client.Diagnostics;

namespace SeoAudit.Client.Tests.Diagnostics;

public sealed class ReasonTests
{
    private static readonly Dictionary<string, (Exception? Failure, string Reason)> Known = new(StringComparer.Ordinal)
    {
        ["a pause"] = (new SeoAuditRateLimitException("x") { StatusCode = HttpStatusCode.TooManyRequests }, RetryReason.RateLimited),
        ["a pause by 503"] = (new SeoAuditRateLimitException("x") { StatusCode = HttpStatusCode.ServiceUnavailable }, RetryReason.RateLimited),
        ["408"] = (new SeoAuditException("x") { StatusCode = HttpStatusCode.RequestTimeout }, RetryReason.Timeout),
        ["a time-out"] = (new SeoAuditTimeoutException("x"), RetryReason.Timeout),
        ["the pipeline's time-out"] = (new TimeoutRejectedException(), RetryReason.Timeout),
        ["500"] = (new SeoAuditException("x") { StatusCode = HttpStatusCode.InternalServerError }, RetryReason.ServerError),
        ["499"] = (new SeoAuditException("x") { StatusCode = (HttpStatusCode)499 }, RetryReason.Other),
        ["unreadable"] = (new SeoAuditResponseException("x") { StatusCode = HttpStatusCode.OK }, RetryReason.UnreadableAnswer),
        ["no connection"] = (new SeoAuditException("x", new HttpRequestException()), RetryReason.Connection),
        ["lost"] = (new SeoAuditException("x", new IOException()), RetryReason.Connection),
        ["no connection in time"] = (new SeoAuditException("x", new TaskCanceledException()), RetryReason.Connection),
        ["the platform's lost"] = (new IOException(), RetryReason.Connection),
        ["something else"] = (new InvalidOperationException(), RetryReason.Other),
        ["nothing"] = (null, RetryReason.Other),
    };

    public static TheoryData<string> Failures => [.. Known.Keys];

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_failure_has_one_reason(string failure) => Assert.Equal(Known[failure].Reason, RetryReason.Of(Known[failure].Failure));

    [Fact]
    public void Only_own_words_are_reasons()
    {
        Assert.All(RetryReason.All, static reason => Assert.Equal(reason, RetryReason.Known(reason)));
        Assert.Equal(RetryReason.Other, RetryReason.Known("Rate_Limited"));
        Assert.Equal(RetryReason.Other, RetryReason.Known("https://example.com/?key=1"));
    }
}
