using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.MetricSpot;

public sealed class MetricSpotRetryAtTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 14, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("""{"error":"e","message":"m","retry_at":"2026-05-14T11:00:00Z"}""", null, 3600d)]
    [InlineData("""{"error":"e","retry_at":"2026-05-14T13:00:00.500+02:00"}""", null, 3600.5)]
    [InlineData("""{"error":{"message":"m","retry_at":"2026-05-14T11:00:00Z"}}""", null, 3600d)]
    [InlineData("""{"error":"e","cooldown":{"retry_at":"2026-05-14T11:00:00Z"}}""", null, 3600d)]
    [InlineData("""{"error":"e","message":"Try again at 2026-05-14T11:00:00.000Z."}""", null, 3600d)]
    [InlineData("""{"error":"Cooldown until 2026-05-14T11:00:00Z","message":"Wait."}""", null, 3600d)]
    [InlineData("""{"error":{"message":"Cooldown until 2026-05-14T13:00+02:00"}}""", null, 3600d)]
    [InlineData("Cooldown until 2026-05-14T11:00:00Z", null, 3600d)]
    [InlineData("{}", "120", 120d)]
    [InlineData("{}", "1.5", 1.5)]
    [InlineData("{}", "Thu, 14 May 2026 10:02:00 GMT", 120d)]
    [InlineData("<html>Slow down</html>", "120", 120d)]
    [InlineData("", "120", 120d)]
    [InlineData("""{"retry_at":"2026-05-14T11:00:00Z"}""", "120", 3600d)]
    [InlineData("""{"cooldown":{"retry_at":"2026-05-14T11:00:00Z"}}""", "120", 3600d)]
    [InlineData("""{"message":"Try again at 2026-05-14T11:00:00Z"}""", "120", 120d)]
    [InlineData("""{"retry_at":"soon","message":"Try again at 2026-05-14T11:00:00Z"}""", null, 3600d)]
    [InlineData("""{"retry_at":"2026-05-14T09:00:00Z"}""", null, 0d)]
    [InlineData("""{"retry_at":"soon","message":"later"}""", null, null)]
    [InlineData("{}", "soon", null)]
    [InlineData("{}", "1e300", null)]
    [InlineData("{}", null, null)]
    public async Task When_to_come_back_is_found_wherever_it_stands(string body, string? header, double? seconds)
    {
        using var stub = new StubbedClient(time: new FakeTimeProvider(Now));
        string contentType = body.StartsWith('C') ? "text/plain" : "application/json";
        stub.Service.Answer(body, 429, contentType, header is null ? [] : [("Retry-After", header)]);

        var exception = await Assert.ThrowsAsync<SeoAuditRateLimitException>(() => stub.MetricSpot.QueueAuditAsync(new Uri("https://example.com/")));

        TimeSpan? wait = seconds is { } some ? TimeSpan.FromSeconds(some) : null;
        Assert.Equal(wait, exception.RetryAfter);
        Assert.Equal(exception.RateLimit?.RetryAt, exception.RetryAt);
        if (wait > TimeSpan.Zero)
        {
            Assert.Equal(Now + wait, exception.RetryAt);
        }

        Assert.Equal((true, 1), (exception.IsTransient, exception.Attempts));
    }

    [Fact]
    public async Task Limits_in_the_headers_are_told()
    {
        using var stub = new StubbedClient(time: new FakeTimeProvider(Now));
        (string, string)[] headers = [("X-RateLimit-Limit", "50"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "60"), ("Retry-After", "30")];
        stub.Service.Answer("""{"error":"e"}""", 429, headers: headers);

        var exception = await Assert.ThrowsAsync<SeoAuditRateLimitException>(() => stub.MetricSpot.QueueAuditAsync(new Uri("https://example.com/")));

        Assert.Equal(
            new RateLimit { Limit = 50, Remaining = 0, ResetsAt = Now.AddMinutes(1), RetryAfter = TimeSpan.FromSeconds(30), RetryAt = Now.AddSeconds(30) },
            exception.RateLimit);
    }

    [Fact]
    public async Task A_cooldown_of_a_day_is_not_slept_through()
    {
        using var stub = new StubbedClient(static options => options.MetricSpot.MaxRetries = 3, new FakeTimeProvider(Now));
        stub.Service.Answer("""{"error":"e","retry_at":"2026-05-15T10:00:00Z"}""", 429);

        var exception = await Assert.ThrowsAsync<SeoAuditRateLimitException>(() => stub.MetricSpot.GetAuditAsync("1"));

        Assert.Equal((Now.AddDays(1), 1), (exception.RetryAt!.Value, exception.Attempts));
    }
}
