using System.Net;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.SeoPeek;

public sealed class SeoPeekErrorTests
{
    private static readonly Uri Page = new("https://example.com/");
    private static readonly DateTimeOffset Now = new(2026, 3, 29, 10, 0, 0, TimeSpan.Zero);

    public static TheoryData<int, Type, bool> Statuses => new()
    {
        { 400, typeof(SeoAuditValidationException), false },
        { 401, typeof(SeoAuditAuthenticationException), false },
        { 402, typeof(SeoAuditQuotaException), false },
        { 403, typeof(SeoAuditAuthenticationException), false },
        { 404, typeof(SeoAuditNotFoundException), false },
        { 422, typeof(SeoAuditValidationException), false },
        { 429, typeof(SeoAuditRateLimitException), true },
        { 500, typeof(SeoAuditException), true },
        { 503, typeof(SeoAuditException), true },
        { 504, typeof(SeoAuditException), true },
    };

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task A_status_is_one_kind_of_exception_whatever_its_body(int status, Type type, bool transient)
    {
        (string Body, string ContentType, string? Message, string? Code)[] shapes =
        [
            ("""{"error":"Daily limit reached"}""", "application/json", "Daily limit reached", null),
            ("""{"error":"DAILY_LIMIT","message":"Reached."}""", "application/json", "Reached.", "DAILY_LIMIT"),
            ("""{"error":{"message":"Reached.","code":"limit"}}""", "application/json", "Reached.", "limit"),
            ("""{"message":"Reached."}""", "application/json", "Reached.", null),
            ("""{"detail":"Reached."}""", "application/json", "Reached.", null),
            ("Error: could not handle the request", "text/plain", "Error: could not handle the request", null),
            ("<html>Error</html>", "text/html; charset=utf-8", null, null),
            ("""{"error":""", "application/json", null, null),
        ];
        foreach (var (body, contentType, message, code) in shapes)
        {
            using var stub = new StubbedClient();
            stub.Service.Answer(body, status, contentType, ("Function-Execution-Id", "fn-1"));
            var refit = await Assert.ThrowsAnyAsync<SeoAuditException>(() => stub.Get<ISeoPeekApi>().AuditAsync("https://example.com/"));
            var exception = await Assert.ThrowsAnyAsync<SeoAuditException>(() => stub.SeoPeek.AuditAsync(Page));

            Assert.Equal((type, type), (exception.GetType(), refit.GetType()));
            Assert.Equal((status, code, message), ((int)exception.StatusCode!, exception.ErrorCode, exception.ServiceMessage));
            Assert.Equal((AuditService.SeoPeek, "Audit", "fn-1"), (exception.Service!.Value, exception.Operation, exception.RequestId));
            Assert.Equal((transient, 1, body), (exception.IsTransient, exception.Attempts, exception.ResponseBody));
        }
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("0", 0)]
    [InlineData("Sun, 29 Mar 2026 11:00:00 GMT", 3600)]
    [InlineData("Sun, 29 Mar 2026 09:00:00 GMT", 0)]
    [InlineData("tomorrow", null)]
    [InlineData(null, null)]
    public async Task A_429_says_when_to_come_back(string? header, int? seconds)
    {
        using var stub = new StubbedClient(time: new FakeTimeProvider(Now));
        stub.Service.Answer("{}", 429, headers: header is null ? [] : [("Retry-After", header)]);

        var exception = await Assert.ThrowsAsync<SeoAuditRateLimitException>(() => stub.SeoPeek.AuditAsync(Page));

        Assert.Equal(seconds is { } some ? TimeSpan.FromSeconds(some) : null, exception.RetryAfter);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("<html>Welcome</html>")]
    [InlineData("""{"url":"https://example.com/","score":8""")]
    public async Task A_success_that_cannot_be_read_is_a_response_exception(string body)
    {
        using var stub = new StubbedClient();
        stub.Service.Answer(body);

        var exception = await Assert.ThrowsAsync<SeoAuditResponseException>(() => stub.SeoPeek.AuditAsync(Page));

        Assert.Equal((HttpStatusCode.OK, body, false), (exception.StatusCode!.Value, exception.ResponseBody, exception.IsTransient));
    }

    [Fact]
    public async Task No_content_is_a_response_exception()
    {
        using var stub = new StubbedClient();
        stub.Service.AnswerNothing(204);

        var exception = await Assert.ThrowsAsync<SeoAuditResponseException>(() => stub.SeoPeek.AuditAsync(Page));

        Assert.Equal(HttpStatusCode.NoContent, exception.StatusCode);
    }

    [Fact]
    public async Task An_audit_is_tried_again_but_a_new_key_is_not()
    {
        using var stub = new StubbedClient(static options => options.SeoPeek.MaxRetries = 2);
        stub.Service.Answer("""{"error":"busy"}""", 503);

        Assert.Equal(3, (await Assert.ThrowsAsync<SeoAuditException>(() => stub.SeoPeek.AuditAsync(Page))).Attempts);
        Assert.Equal(1, (await Assert.ThrowsAsync<SeoAuditOutcomeUnknownException>(() => stub.SeoPeek.CreateKeyAsync("name@example.com"))).Attempts);
        Assert.Equal(4, stub.Service.Requests.Count);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"error":"The key seo_test_key is wrong","code":"seo_test_key"}""")]
    [InlineData("seo_test_key")]
    public async Task A_key_that_the_service_echoes_is_nowhere_in_the_exception(string body)
    {
        using var stub = new StubbedClient();
        stub.Service.Answer(body, 401, "text/plain");

        var exception = await Assert.ThrowsAsync<SeoAuditAuthenticationException>(() => stub.SeoPeek.AuditAsync(Page));

        Assert.DoesNotContain(
            TestClient.SeoPeekKey, exception + exception.ResponseBody + exception.ErrorCode + exception.ServiceMessage, StringComparison.Ordinal);
    }
}
