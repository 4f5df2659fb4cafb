using System.Net;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Seogent;

public sealed class SeogentErrorTests(SeogentStub stub) : IClassFixture<SeogentStub>
{
    private const string NotFound = """{"error":"Scan not found.","error_code":"scan_not_found"}""";
    private const string Html = "<html><body><h1>Bad gateway</h1></body></html>";

    private static readonly Dictionary<string, Func<ISeogentClient, Task>> Calls = new(StringComparer.Ordinal)
    {
        ["CreateScan"] = client => client.StartScanAsync(ScanRequest.ForDomain("example.com", 1)),
        ["GetScan"] = client => client.GetScanStateAsync("s"),
        ["GetResults"] = client => client.GetResultsAsync("s"),
        ["ListScans"] = client => client.ListScansAsync().AsPages().GetAsyncEnumerator().MoveNextAsync().AsTask(),
        ["CancelScan"] = client => client.CancelScanAsync("s"),
        ["ListDomains"] = client => client.ListDomainsAsync(),
        ["GetCredits"] = client => client.GetCreditsAsync(),
    };

    private static readonly (int Status, string Body, Type Type, string? Code, string? Message, bool Transient)[] Answers =
    [
        (401, """{"message":"Unauthenticated."}""", typeof(SeoAuditAuthenticationException), null, "Unauthenticated.", false),
        (403, "", typeof(SeoAuditAuthenticationException), null, null, false),
        (402, """{"message":"No credits left."}""", typeof(SeoAuditQuotaException), null, "No credits left.", false),
        (404, NotFound, typeof(SeoAuditNotFoundException), "scan_not_found", "Scan not found.", false),
        (409, "{}", typeof(SeoAuditConflictException), null, null, false),
        (422, """{"message":"m","errors":{"domain":["d"]}}""", typeof(SeoAuditValidationException), null, "m", false),
        (422, """{"error":"Done.","error_code":"scan_already_terminal"}""", typeof(SeoAuditConflictException), "scan_already_terminal", "Done.", false),
        (422, """{"error":"x","error_code":"other"}""", typeof(SeoAuditValidationException), "other", "x", false),
        (429, """{"message":"Too Many Attempts."}""", typeof(SeoAuditRateLimitException), null, "Too Many Attempts.", true),
        (408, "", typeof(SeoAuditException), null, null, true),
        (500, """{"message":"Server Error"}""", typeof(SeoAuditException), null, "Server Error", true),
        (502, Html, typeof(SeoAuditException), null, null, true),
        (503, Html, typeof(SeoAuditException), null, null, true),
        (504, "[1,2]", typeof(SeoAuditException), null, null, true),
        (501, "null", typeof(SeoAuditException), null, null, false),
        (418, "\"text\"", typeof(SeoAuditException), null, "text", false),
        (503, """{"message":"\ud800","error_code":7,"errors":[]}""", typeof(SeoAuditException), null, null, true),
    ];

    public static MatrixTheoryData<string, int> Cases => new(Calls.Keys, Enumerable.Range(0, Answers.Length));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Every_documented_answer_has_its_type(string operation, int answer)
    {
        (int status, string body, Type type, string? code, string? message, bool transient) = Answers[answer];
        stub.Answer(body, status, body == Html ? "text/html" : "application/json", ("X-Request-Id", "r-1"));

        Exception thrown = (await Record.ExceptionAsync(() => Calls[operation](stub.Client())))!;

        SeoAuditException exception = Assert.IsAssignableFrom<SeoAuditException>(thrown).OwnCause();
        Assert.IsType(type, exception);
        Assert.Equal(AuditService.Seogent, exception.Service);
        Assert.Equal(operation, exception.Operation);
        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.Equal(code, exception.ErrorCode);
        Assert.Equal(message, exception.ServiceMessage);
        Assert.Equal(body, exception.ResponseBody);
        Assert.Equal("r-1", exception.RequestId);
        Assert.Equal(transient, exception.IsTransient);
        Assert.Equal(1, exception.Attempts);
        Assert.Equal(thrown is SeoAuditOutcomeUnknownException ? 2 : 1, stub.Count);
    }

    [Fact]
    public async Task Field_errors_are_kept_by_field()
    {
        stub.Answer(
            """
            {"message":"Either a domain or a list of URLs is required.",
            "errors":{"domain":["Either a domain or a list of URLs is required.","second"],"urls.0":"bad","max_pages":[1,null]}}
            """,
            422);

        var exception = await Assert.ThrowsAsync<SeoAuditValidationException>(() => Calls["CreateScan"](stub.Client()));

        Assert.Equal("domain max_pages urls.0", string.Join(' ', exception.FieldErrors.Keys.Order(StringComparer.Ordinal)));
        Assert.Equal(["Either a domain or a list of URLs is required.", "second"], exception.FieldErrors["domain"]);
        Assert.Equal(["bad"], exception.FieldErrors["urls.0"]);
        Assert.Contains("Either a domain", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conflict_says_that_the_scan_had_ended()
    {
        stub.Answer("""{"error":"This scan has already completed or failed.","error_code":"scan_already_terminal"}""", 422);

        var exception = await Assert.ThrowsAsync<SeoAuditConflictException>(() => stub.Client().GetScan("s").CancelAsync());

        Assert.Equal("scan_already_terminal", exception.ErrorCode);
        Assert.Equal("This scan has already completed or failed.", exception.ServiceMessage);
    }

    [Fact]
    public async Task Only_the_first_4_kilobytes_of_a_body_are_kept_and_never_a_key()
    {
        string body = new string('x', 4090) + TestClient.SeogentKey + new string('y', 9000);
        stub.Answer(body, 500);

        var exception = await Assert.ThrowsAsync<SeoAuditException>(() => stub.Client().GetCreditsAsync());

        Assert.InRange(exception.ResponseBody!.Length, 4080, 4096);
        Assert.DoesNotContain("sk_", exception.ToString() + exception.ResponseBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("<html></html>")]
    [InlineData("{\"balance\":\"many\"}")]
    [InlineData("{\"auto_renew\":true}")]
    [InlineData("{\"balance\":null}")]
    public async Task A_good_status_with_a_bad_body_is_unreadable(string body)
    {
        stub.Answer(body);

        var exception = await Assert.ThrowsAsync<SeoAuditResponseException>(() => stub.Client().GetCreditsAsync());

        Assert.Equal(HttpStatusCode.OK, exception.StatusCode);
        Assert.Equal(AuditService.Seogent, exception.Service);
        Assert.Equal("GetCredits", exception.Operation);
        Assert.False(exception.IsTransient);
        Assert.Equal(body, exception.ResponseBody ?? string.Empty);
    }

    [Theory]
    [InlineData(301, "/elsewhere")]
    [InlineData(302, "https://evil.example/")]
    [InlineData(303, "//evil.example/")]
    [InlineData(307, "http://localhost:1/")]
    [InlineData(308, "/login")]
    public async Task A_redirect_is_never_followed(int status, string location)
    {
        foreach ((string operation, Func<ISeogentClient, Task> call) in Calls)
        {
            stub.Answer("", status, "text/html", ("Location", location));

            Exception? thrown = await Record.ExceptionAsync(() => call(stub.Client()));
            var exception = Assert.IsType<SeoAuditResponseException>(Assert.IsAssignableFrom<SeoAuditException>(thrown).OwnCause());

            Assert.Equal((HttpStatusCode)status, exception.StatusCode);
            Assert.Equal(operation, exception.Operation);
            Assert.Contains("Redirects are not followed", exception.Message, StringComparison.Ordinal);
            Assert.Equal(thrown is SeoAuditOutcomeUnknownException ? 2 : 1, stub.Count);
        }
    }
}
