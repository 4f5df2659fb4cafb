using System.Net;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.MetricSpot;

public sealed class MetricSpotErrorTests : IDisposable
{
    private static readonly Uri Page = new("https://example.com/");

    private readonly StubbedClient _stub = new();

    public static TheoryData<int, Type, string?, bool> Statuses => new()
    {
        { 400, typeof(SeoAuditValidationException), "INVALID_URL", false },
        { 401, typeof(SeoAuditAuthenticationException), "UNAUTHORIZED", false },
        { 402, typeof(SeoAuditQuotaException), "QUOTA_EXCEEDED", false },
        { 403, typeof(SeoAuditAuthenticationException), "FORBIDDEN", false },
        { 404, typeof(SeoAuditNotFoundException), "AUDIT_NOT_FOUND", false },
        { 408, typeof(SeoAuditException), null, true },
        { 409, typeof(SeoAuditConflictException), null, false },
        { 413, typeof(SeoAuditValidationException), null, false },
        { 418, typeof(SeoAuditException), null, false },
        { 422, typeof(SeoAuditValidationException), null, false },
        { 429, typeof(SeoAuditRateLimitException), "RATE_LIMITED", true },
        { 500, typeof(SeoAuditException), "UPSTREAM_FAILED", true },
        { 501, typeof(SeoAuditException), "UPSTREAM_FAILED", false },
        { 502, typeof(SeoAuditException), "UPSTREAM_FAILED", true },
        { 503, typeof(SeoAuditException), "UPSTREAM_FAILED", true },
        { 504, typeof(SeoAuditException), "UPSTREAM_FAILED", true },
    };

    public void Dispose() => _stub.Dispose();

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task A_status_is_one_kind_of_exception_whatever_its_body(int status, Type type, string? code, bool transient)
    {
        (string Body, string ContentType, string? Message)[] shapes =
        [
            ("""{"error":"A label","message":"Do this."}""", "application/json", "Do this."),
            ("""{"error":"A label"}""", "application/json", "A label"),
            ("""{"error":{"message":"Nested."}}""", "application/json", "Nested."),
            ("""{"error":null,"message":null,"detail":"Detail."}""", "application/json", "Detail."),
            ("\"Just text.\"", "application/json", "Just text."),
            ("Plain text.\n", "text/plain; charset=utf-8", "Plain text."),
            ("{}", "application/json", null),
            ("[1]", "application/json", null),
            ("null", "application/json", null),
            ("""{"error":"cut o""", "application/json", null),
            ("<html><body>Bad gateway</body></html>", "text/html", null),
        ];
        foreach (var (body, contentType, message) in shapes)
        {
            using var stub = new StubbedClient();
            stub.Service.Answer(body, status, contentType, ("X-Request-Id", "req-7"));

            SeoAuditException exception = (await Assert.ThrowsAnyAsync<SeoAuditException>(() => stub.MetricSpot.QueueAuditAsync(Page))).OwnCause();

            Assert.Equal(type, exception.GetType());
            Assert.Equal((status, code, message), ((int)exception.StatusCode!, exception.ErrorCode, exception.ServiceMessage));
            Assert.Equal((AuditService.MetricSpot, "CreateAudit", "req-7"), (exception.Service!.Value, exception.Operation, exception.RequestId));
            Assert.Equal((transient, 1, body), (exception.IsTransient, exception.Attempts, exception.ResponseBody));
            Assert.Empty(exception.FieldErrors);
            Assert.Null(exception.RateLimit);
        }
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task An_empty_error_says_what_the_status_says(int status, Type type, string? code, bool transient)
    {
        _stub.Service.AnswerNothing(status);

        SeoAuditException exception = (await Assert.ThrowsAnyAsync<SeoAuditException>(() => _stub.MetricSpot.QueueAuditAsync(Page))).OwnCause();

        Assert.Equal(type, exception.GetType());
        Assert.Equal((code, null, string.Empty, transient), (exception.ErrorCode, exception.ServiceMessage, exception.ResponseBody, exception.IsTransient));
    }

    [Theory]
    [InlineData("""{"error":"QUOTA_EXCEEDED","message":"m"}""", "QUOTA_EXCEEDED")]
    [InlineData("""{"error":"label","code":"plan_limit"}""", "plan_limit")]
    [InlineData("""{"error":{"code":"nested_code"}}""", "nested_code")]
    [InlineData("""{"error":"Quota exceeded"}""", "QUOTA_EXCEEDED")]
    public async Task A_code_in_the_body_is_kept(string body, string code)
    {
        _stub.Service.Answer(body, status: 402);
        Assert.Equal(code, (await Assert.ThrowsAsync<SeoAuditQuotaException>(() => _stub.MetricSpot.QueueAuditAsync(Page))).ErrorCode);
    }

    [Theory]
    [InlineData("""{"message":"m","errors":{"url":["Not a URL.","Too long."],"x":"One."}}""", "url: Not a URL.|Too long.; x: One.")]
    [InlineData("""{"message":"m","errors":["Not a URL."]}""", "")]
    [InlineData("""{"message":"m","errors":null}""", "")]
    public async Task Field_errors_are_read(string body, string expected)
    {
        _stub.Service.Answer(body, status: 422);

        var exception = await Assert.ThrowsAsync<SeoAuditValidationException>(() => _stub.MetricSpot.QueueAuditAsync(Page));

        Assert.Equal(expected, string.Join("; ", exception.FieldErrors.Select(static field => $"{field.Key}: {string.Join('|', field.Value)}")));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        using var elsewhere = new ServiceStub();
        elsewhere.Answer(MetricSpotSample.Completed);
        _stub.Service.AnswerNothing(status, ("Location", elsewhere.Address.AbsoluteUri));

        var exception = await Assert.ThrowsAsync<SeoAuditResponseException>(() => _stub.MetricSpot.GetAuditAsync("1"));

        Assert.Equal(status, (int)exception.StatusCode!);
        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [InlineData("null", "application/json")]
    [InlineData("", "application/json")]
    [InlineData("""{"audit":{"id":1,"url":"https://exam""", "application/json")]
    [InlineData("<html>Maintenance</html>", "text/html")]
    [InlineData("[]", "application/json")]
    [InlineData("{}", "application/json")]
    public async Task A_success_that_cannot_be_read_is_a_response_exception(string body, string contentType)
    {
        _stub.Service.Answer(body, 200, contentType, ("X-Request-Id", "req-7"));

        var exception = await Assert.ThrowsAsync<SeoAuditResponseException>(() => _stub.MetricSpot.GetAuditAsync("1"));

        Assert.Equal((HttpStatusCode.OK, body, "req-7", false), (exception.StatusCode!.Value, exception.ResponseBody, exception.RequestId, exception.IsTransient));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    public async Task A_success_without_content_is_a_response_exception(int status)
    {
        _stub.Service.AnswerNothing(status, ("X-Request-Id", "req-7"));

        var exception = await Assert.ThrowsAsync<SeoAuditResponseException>(() => _stub.MetricSpot.GetAuditAsync("1"));

        Assert.Equal((status, "req-7"), ((int)exception.StatusCode!, exception.RequestId));
    }

    [Theory]
    [InlineData(503, 4)]
    [InlineData(500, 4)]
    [InlineData(408, 4)]
    [InlineData(429, 4)]
    [InlineData(404, 1)]
    [InlineData(501, 1)]
    public async Task Reads_are_tried_again_where_that_may_help(int status, int attempts)
    {
        using var stub = new StubbedClient(static options => options.MetricSpot.MaxRetries = 3);
        stub.Service.Answer("""{"error":"x"}""", status);

        var exception = await Assert.ThrowsAnyAsync<SeoAuditException>(() => stub.MetricSpot.GetAuditAsync("1"));

        Assert.Equal((attempts, attempts), (exception.Attempts, stub.Service.Requests.Count));
    }

    [Theory]
    [InlineData(503, 1)]
    [InlineData(429, 4)]
    public async Task What_spends_is_sent_again_only_where_it_was_refused(int status, int attempts)
    {
        using var stub = new StubbedClient(static options => options.MetricSpot.MaxRetries = 3);
        stub.Service.Answer("""{"error":"x"}""", status);

        await Assert.ThrowsAnyAsync<SeoAuditException>(() => stub.MetricSpot.QueueAuditAsync(Page));
        await Assert.ThrowsAnyAsync<SeoAuditException>(() => stub.MetricSpot.QueuePdfAsync("1"));

        Assert.Equal(2 * attempts, stub.Service.Requests.Count(static request => request.Method == "POST"));
    }
}
