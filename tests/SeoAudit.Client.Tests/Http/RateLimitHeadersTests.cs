using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Http;

namespace SeoAudit.Client.Tests.Http;

public sealed class RateLimitHeadersTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 12, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Now);

    [Theory]
    [InlineData("X-RateLimit-Limit", "X-RateLimit-Remaining")]
    [InlineData("RateLimit-Limit", "RateLimit-Remaining")]
    [InlineData("ratelimit-limit", "x-ratelimit-remaining")]
    public void Limit_and_rest_are_read_in_either_spelling(string limit, string remaining)
    {
        RateLimit? read = Read((limit, "100"), (remaining, "7"));

        Assert.Equal((100, 7), (read?.Limit, read?.Remaining));
        Assert.Null(read!.ResetsAt);
        Assert.Null(read.RetryAfter);
    }

    [Theory]
    [InlineData("100;w=60", 100)]
    [InlineData("100, 100;w=60", 100)]
    [InlineData(" 100 ", 100)]
    [InlineData("-1", null)]
    [InlineData("1e3", null)]
    [InlineData("many", null)]
    [InlineData("", null)]
    public void Parameters_are_left_out_and_what_is_no_number_is_nothing(string value, int? limit) =>
        Assert.Equal(limit, Read(("X-RateLimit-Limit", value))?.Limit);

    [Theory]
    [InlineData("RateLimit-Policy", "100")]
    [InlineData("X-Limit", "100")]
    [InlineData("X-Request-Id", "100")]
    [InlineData("Retry", "100")]
    [InlineData("Server-RateLimit-Limit", "100")]
    public void Other_headers_say_nothing(string name, string value) => Assert.Null(Read((name, value)));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("60", 60)]
    [InlineData("316224000", 316_224_000)]
    public void A_small_reset_is_a_span(string value, int seconds) =>
        Assert.Equal(Now.AddSeconds(seconds), Read(("X-RateLimit-Reset", value))?.ResetsAt);

    [Theory]
    [InlineData("1000000000")]
    [InlineData("1773316800")]
    [InlineData("99999999999")]
    public void A_large_reset_is_a_moment(string value) =>
        Assert.Equal(
            DateTimeOffset.FromUnixTimeSeconds(long.Parse(value, System.Globalization.CultureInfo.InvariantCulture)),
            Read(("X-RateLimit-Reset", value))?.ResetsAt);

    [Theory]
    [InlineData("316224001")]
    [InlineData("999999999")]
    [InlineData("100000000000")]
    public void A_reset_that_can_be_neither_is_nothing(string value) => Assert.Null(Read(("X-RateLimit-Reset", value)));

    [Theory]
    [InlineData("7", 7d)]
    [InlineData("0.5", 0.5)]
    [InlineData("+3", 3d)]
    [InlineData("-5", 0d)]
    [InlineData("7, 8", 7d)]
    [InlineData("1e99", null)]
    [InlineData("NaN", null)]
    [InlineData("999999999999", 316_224_000d)]
    [InlineData("Thu, 12 Mar 2026 12:00:09 GMT", 9d)]
    [InlineData("Thu, 12 Mar 2026 11:00:00 GMT", 0d)]
    [InlineData("soon", null)]
    public void What_to_wait_is_never_negative_and_never_absurd(string value, double? seconds) =>
        Assert.Equal(seconds, Read(("Retry-After", value))?.RetryAfter?.TotalSeconds);

    [Fact]
    public void The_moment_to_come_back_is_told_with_the_wait()
    {
        RateLimit? read = Read(("X-RateLimit-Limit", "100"), ("Retry-After", "7"));

        Assert.Equal((Now.AddSeconds(7), 100), (read?.RetryAt, read?.Limit));
    }

    [Fact]
    public void Nothing_is_said_where_there_is_nothing() => Assert.Null(Read());

    private RateLimit? Read(params (string Name, string Value)[] headers)
    {
        using var response = new HttpResponseMessage();
        foreach ((string name, string value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return RateLimitHeaders.Read(response, _time);
    }
}
