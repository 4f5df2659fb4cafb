using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Http;

/// <summary>What an answer that is no success amounts to: to the letter, and at the edges.</summary>
public sealed class ErrorDecoderTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 12, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(404, """{"message":"Gone."}""", "SEOgent GetCredits failed with 404 NotFound: Gone.")]
    [InlineData(404, "", "SEOgent GetCredits failed with 404 NotFound.")]
    [InlineData(404, "[]", "SEOgent GetCredits failed with 404 NotFound.")]
    [InlineData(404, "7", "SEOgent GetCredits failed with 404 NotFound.")]
    [InlineData(404, "\"  Gone.  \"", "SEOgent GetCredits failed with 404 NotFound: Gone.")]
    [InlineData(404, "\"  \"", "SEOgent GetCredits failed with 404 NotFound.")]
    [InlineData(404, """{"message":"a\nb\u2028c\u2029d\u001be"}""", "SEOgent GetCredits failed with 404 NotFound: a b c d e")]
    public async Task The_message_is_one_line_of_who_what_and_the_services_words(int status, string body, string message) =>
        Assert.Equal(message, (await FailAsync(status, body)).Message);

    [Theory]
    [InlineData(500, "")]
    [InlineData(501, "…")]
    public async Task Long_words_are_cut_and_say_so(int length, string end)
    {
        SeoAuditException error = await FailAsync(404, $$"""{"message":"{{new string('a', length)}}"}""");

        Assert.Equal($"SEOgent GetCredits failed with 404 NotFound: {new string('a', 500)}{end}", error.Message);
    }

    [Theory]
    [InlineData(300, "300 MultipleChoices")]
    [InlineData(302, "302 Found")]
    [InlineData(399, "399 399")]
    public async Task A_redirect_says_why_it_is_none(int status, string shown)
    {
        SeoAuditException error = await FailAsync(status, "");

        Assert.IsType<SeoAuditResponseException>(error);
        Assert.Equal($"SEOgent GetCredits failed with {shown}. Redirects are not followed, so that keys stay with their host.", error.Message);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(302)]
    [InlineData(399)]
    public async Task A_download_that_is_redirected_too_often_says_so(int status)
    {
        using var handler = new ScriptedHandler(_ => new HttpResponseMessage((HttpStatusCode)status));

        SeoAuditException error = await Assert.ThrowsAnyAsync<SeoAuditException>(
            () => TestClient.Create(handler).ReadSitemapAsync(new Uri("https://example.com/sitemap.xml")).CollectAsync());

        Assert.Contains(
            " What it redirects to cannot be followed, or redirects too often.", $"{error.Message} {error.InnerException?.Message}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, "text/html", "text/html")]
    [InlineData(299, "text/html", "text/html")]
    [InlineData(200, null, "no content type")]
    public async Task A_download_of_another_type_names_both(int status, string? type, string shown)
    {
        using var handler = new ScriptedHandler(_ => new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new ByteArrayContent("<p>"u8.ToArray()) { Headers = { ContentType = type is null ? null : new MediaTypeHeaderValue(type) } },
        });

        SeoAuditResponseException error = await Assert.ThrowsAsync<SeoAuditResponseException>(() => TestClient.Create(handler).MetricSpot.DownloadPdfAsync("1"));

        Assert.Equal($"MetricSpot DownloadPdf answered with {shown} instead of application/pdf.", error.Message);
    }

    [Theory]
    [InlineData(408, true)]
    [InlineData(410, false)]
    [InlineData(413, false)]
    [InlineData(418, false)]
    [InlineData(429, true)]
    [InlineData(499, false)]
    [InlineData(500, true)]
    [InlineData(501, false)]
    [InlineData(502, true)]
    [InlineData(504, true)]
    [InlineData(505, false)]
    [InlineData(506, true)]
    [InlineData(599, true)]
    [InlineData(600, false)]
    public async Task What_may_pass_is_transient(int status, bool isTransient) => Assert.Equal(isTransient, (await FailAsync(status, "{}")).IsTransient);

    [Theory]
    [InlineData(409, typeof(SeoAuditConflictException))]
    [InlineData(410, typeof(SeoAuditNotFoundException))]
    [InlineData(413, typeof(SeoAuditValidationException))]
    [InlineData(414, typeof(SeoAuditValidationException))]
    [InlineData(415, typeof(SeoAuditValidationException))]
    [InlineData(418, typeof(SeoAuditException))]
    public async Task A_status_is_what_a_caller_would_act_on(int status, Type type) => Assert.IsType(type, await FailAsync(status, "{}"));

    [Theory]
    [InlineData("""{"message":"m","error":{"message":"e","code":"ec"},"detail":"d","error_code":"c0","code":"c1"}""", "m", "c0")]
    [InlineData("""{"error":{"message":"e","code":"ec"},"detail":"d","code":"c1"}""", "e", "c1")]
    [InlineData("""{"error":{"code":"ec"},"detail":"d"}""", "d", "ec")]
    [InlineData("""{"error":"LIMIT_HIT","detail":"d"}""", "LIMIT_HIT", "LIMIT_HIT")]
    [InlineData("""{"error":"LIMIT_HIT","code":"c1"}""", "LIMIT_HIT", "c1")]
    [InlineData("""{"error":"LIMIT_HIT","error_code":"c0"}""", "LIMIT_HIT", "c0")]
    [InlineData("""{"error":"Not a code","message":"m"}""", "m", null)]
    [InlineData("""{"message":"","detail":"d"}""", "d", null)]
    public async Task Of_several_messages_and_codes_the_more_special_one_holds(string body, string message, string? code)
    {
        SeoAuditException error = await FailAsync(404, body);

        Assert.Equal((message, code), (error.ServiceMessage, error.ErrorCode));
    }

    [Theory]
    [InlineData("""{"retry_at":"2026-03-12T13:00:00Z","error":{"retry_at":"2026-03-12T14:00:00Z"},"cooldown":{"retry_at":"2026-03-12T15:00:00Z"}}""", 13)]
    [InlineData("""{"error":{"retry_at":"2026-03-12T14:00:00Z"},"cooldown":{"retry_at":"2026-03-12T15:00:00Z"}}""", 14)]
    [InlineData("""{"cooldown":{"retry_at":"2026-03-12T15:00:00Z"}}""", 15)]
    [InlineData("""{"retry_at":"2026-03-12T13:00:00Z","message":"at 2026-03-12T16:00:00Z"}""", 13)]
    [InlineData("""{"message":"at 2026-03-12T16:00:00Z","error":"at 2026-03-12T17:00:00Z"}""", 16)]
    [InlineData("""{"message":"soon","error":"at 2026-03-12T17:00:00Z"}""", 17)]
    [InlineData("\"at 2026-03-12T16:00:00Z\"", 16)]
    [InlineData("""{"message":"soon"}""", null)]
    public async Task Of_several_moments_the_more_special_one_holds(string body, int? hour) =>
        Assert.Equal(hour is { } at ? Now.AddHours(at - 12) : null, (await FailAsync(429, body)).RateLimit?.RetryAt);

    [Theory]
    [InlineData(1800, "2026-03-12T13:00:00Z", 3600)]
    [InlineData(7200, "2026-03-12T13:00:00Z", 7200)]
    public async Task Of_two_waits_the_longer_holds(int header, string body, int seconds)
    {
        SeoAuditException error = await FailAsync(429, $$"""{"retry_at":"{{body}}"}""", header);

        Assert.Equal((TimeSpan.FromSeconds(seconds), Now.AddSeconds(seconds)), (error.RateLimit!.RetryAfter!.Value, error.RateLimit.RetryAt!.Value));
    }

    [Fact]
    public async Task A_moment_in_the_words_is_believed_only_where_no_header_has_one()
    {
        Assert.Equal(Now.AddSeconds(5), (await FailAsync(429, """{"message":"at 2026-03-12T16:00:00Z"}""", retryAfter: 5)).RateLimit!.RetryAt);
        Assert.Null((await FailAsync(404, """{"message":"at 2026-03-12T16:00:00Z"}""")).RateLimit?.RetryAt);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task Words_are_looked_for_in_a_mebibyte_and_no_more(int over, bool areRead)
    {
        string body = """{"message":"Gone."}""".PadRight((1024 * 1024) + over);

        Assert.Equal(areRead ? "Gone." : null, (await FailAsync(404, body)).ServiceMessage);
    }

    [Fact]
    public async Task Faults_of_fields_are_told_by_field()
    {
        SeoAuditException error = await FailAsync(422, """{"errors":{"urls":["a","b"],"max_pages":"c"}}""");

        Assert.Equal(["urls: a b", "max_pages: c"], error.FieldErrors.Select(static field => $"{field.Key}: {string.Join(' ', field.Value)}"), StringComparer.Ordinal);
        Assert.Empty((await FailAsync(422, """{"errors":["a"]}""")).FieldErrors);
    }

    private static async Task<SeoAuditException> FailAsync(int status, string body, int? retryAfter = null)
    {
        using var handler = new ScriptedHandler(_ =>
        {
            var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            answer.Headers.RetryAfter = retryAfter is { } seconds ? new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds)) : null;
            return answer;
        });
        ISeoAuditClient client = TestClient.Create(handler, new FakeTimeProvider(Now), static options => options.Seogent.MaxRetries = 0);
        return await Assert.ThrowsAnyAsync<SeoAuditException>(() => client.Seogent.GetCreditsAsync());
    }
}
