#if NET10_0_OR_GREATER
using System.Globalization;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Http;

namespace SeoAudit.Client.Tests.Properties;

public sealed class RateLimitHeadersProperties
{
    private static readonly DateTimeOffset Now = new(2026, 3, 12, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<long> LongestSpan = Gen.Long[0, 10L * 366 * 24 * 3600];

    [Fact]
    public void What_a_service_says_is_read() => Gen.Select(Gen.Long[0, long.MaxValue], Gen.Long[0, long.MaxValue], LongestSpan, LongestSpan, Gen.Bool)
        .Sample(static (limit, remaining, reset, retry, isPrefixed) =>
        {
            string prefix = isPrefixed ? "X-RateLimit-" : "ratelimit-";

            RateLimit? read = Read(
                (prefix + "Limit", Text(limit)), (prefix + "Remaining", Text(remaining)), (prefix + "Reset", Text(reset)), ("Retry-After", Text(retry)));

            Assert.Equal((limit, remaining), (read!.Limit, read.Remaining));
            Assert.Equal((TimeSpan.FromSeconds(retry), Now.AddSeconds(retry)), (read.RetryAfter, read.RetryAt));
            Assert.True(reset >= 1_000_000_000 ? read.ResetsAt is null || read.ResetsAt == DateTimeOffset.FromUnixTimeSeconds(reset) : read.ResetsAt == Now.AddSeconds(reset));
        });

    [Fact]
    public void A_date_of_http_is_that_moment_and_never_a_wait_below_nothing() => Gen.Long[0, 253_402_300_799].Sample(static second =>
    {
        DateTimeOffset moment = DateTimeOffset.FromUnixTimeSeconds(second);

        RateLimit? read = Read(("Retry-After", moment.ToString("R", CultureInfo.InvariantCulture)));

        Assert.Equal(moment, read!.RetryAt);
        Assert.Equal(moment > Now ? moment - Now : TimeSpan.Zero, read.RetryAfter);
    });

    [Fact]
    public void Whatever_is_said_a_wait_has_both_an_end_and_a_length() =>
        Gen.OneOf(Gen.String[Gen.Char[' ', '~'], 0, 40], Gen.Double.Select(static number => number.ToString("R", CultureInfo.InvariantCulture))).Sample(static text =>
        {
            RateLimit? read = Read(("Retry-After", text), ("RateLimit-Reset", text));

            Assert.Equal(read?.RetryAt is null, read?.RetryAfter is null);
            Assert.False(read?.RetryAfter < TimeSpan.Zero);
        });

    private static RateLimit? Read(params (string Name, string Value)[] headers)
    {
        using var response = new HttpResponseMessage();
        foreach ((string name, string value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return RateLimitHeaders.Read(response, new FakeTimeProvider(Now));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
#endif
