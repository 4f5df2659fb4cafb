using System.Globalization;
using System.Net;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Seogent;

public sealed class SeogentRetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 12, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("0", 0d)]
    [InlineData("30", 30d)]
    [InlineData("1.5", 1.5)]
    [InlineData("-5", 0d)]
    [InlineData("86400", 86400d)]
    [InlineData("5, 5", 5d)]
    [InlineData("10, 20", 10d)]
    [InlineData("Thu, 12 Mar 2026 12:01:00 GMT", 60d)]
    [InlineData("Thu, 12 Mar 2026 11:00:00 GMT", 0d)]
    [InlineData("2026-03-12T12:02:00Z", 120d)]
    [InlineData("soon", null)]
    [InlineData("", null)]
    [InlineData("NaN", null)]
    [InlineData(null, null)]
    public async Task A_429_says_how_long_to_wait(string? header, double? seconds)
    {
        var time = new FakeTimeProvider(Now);
        using ScriptedHandler handler = Throttling(header);
        ISeogentClient client = TestClient.Create(handler, time, static options => options.Seogent.MaxRetries = 0).Seogent;

        var exception = await Assert.ThrowsAsync<SeoAuditRateLimitException>(
            () => client.StartScanAsync(ScanRequest.ForDomain("example.com", 1)));

        Assert.Equal(seconds, exception.RetryAfter?.TotalSeconds);
        Assert.Equal(seconds is null, exception.RetryAt is null);
        if (seconds > 0)
        {
            Assert.Equal(Now.AddSeconds(seconds.Value), exception.RetryAt);
        }

        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData("999999999999")]
    [InlineData("99999999999999999999999999999999999999")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task A_wait_beyond_all_reason_is_still_a_wait(string header)
    {
        var time = new FakeTimeProvider(Now);
        using ScriptedHandler handler = Throttling(header);

        var exception = await Assert.ThrowsAsync<SeoAuditRateLimitException>(() => TestClient.Create(handler, time).Seogent.GetCreditsAsync());

        Assert.True(exception.RetryAfter > TimeSpan.FromDays(365), string.Create(CultureInfo.InvariantCulture, $"{exception.RetryAfter}"));
        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData("""{"message":"Request of 2026-03-12T11:59:00Z refused."}""", 60)]
    [InlineData("""{"retry_at":"2026-03-12T12:00:10Z"}""", 60)]
    [InlineData("""{"retry_at":"2026-03-12T12:05:00Z"}""", 300)]
    public async Task Of_a_header_and_a_body_the_later_moment_counts(string body, double seconds)
    {
        var time = new FakeTimeProvider(Now);
        using ScriptedHandler handler = Throttling("60", body);
        ISeogentClient client = TestClient.Create(handler, time, static options => options.Seogent.MaxRetries = 0).Seogent;

        var exception = await Assert.ThrowsAsync<SeoAuditRateLimitException>(
            () => client.StartScanAsync(ScanRequest.ForDomain("example.com", 1)));

        Assert.Equal(seconds, exception.RetryAfter?.TotalSeconds);
    }

    private static ScriptedHandler Throttling(string? header, string body = "{}") => new(_ =>
    {
        HttpResponseMessage response = ScriptedHandler.Json(body, HttpStatusCode.TooManyRequests);
        if (header is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", header);
        }

        return response;
    });
}
