using System.Net;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.SeoPeek;

public sealed class SeoPeekSmokeTests
{
    [Fact]
    public async Task Audit_is_one_get_with_the_key()
    {
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json(
            """{"url":"https://example.com/","score":82.0,"grade":"b","checks":[{"name":"Title","passed":true,"message":"ok","value":12},{"name":"X","status":"ok"}],"meta":{"title":"T","ogTitle":"O"},"timestamp":"2026-03-29T10:00:00Z","new":1}"""));
        ISeoAuditClient client = TestClient.Create(handler);

        SeoPeekAudit audit = await client.SeoPeek.AuditAsync(new Uri("https://example.com/a?b=c&d=é#f"));

        Assert.Equal(82, audit.Score);
        Assert.Equal(Grade.B, audit.Grade);
        Assert.Equal("12", audit.Checks[0].ValueText);
        Assert.True(audit.Checks[0].Passed);
        Assert.True(audit.Checks[1].Passed);
        SentRequest sent = Assert.Single(handler.Requests);
        Assert.Equal("https://seopeek.web.app/api/v1/audit?url=https%3A%2F%2Fexample.com%2Fa%3Fb%3Dc%26d%3D%25C3%25A9%23f", sent.Url.AbsoluteUri);
        Assert.Equal(TestClient.SeoPeekKey, sent.Key);
        Assert.Equal("application/json", sent.Accept);
    }

    [Fact]
    public async Task A_429_is_typed()
    {
        using var handler = new ScriptedHandler(_ =>
        {
            HttpResponseMessage response = ScriptedHandler.Json("""{"error":"quota seo_test_key"}""", HttpStatusCode.TooManyRequests);
            response.Headers.TryAddWithoutValidation("Retry-After", "3600");
            return response;
        });
        ISeoAuditClient client = TestClient.Create(handler);

        var exception = await Assert.ThrowsAsync<SeoAuditRateLimitException>(() => client.SeoPeek.AuditAsync(new Uri("https://example.com/")));

        Assert.InRange(exception.RetryAfter!.Value.TotalSeconds, 3590, 3600);
        Assert.DoesNotContain("seo_test_key", exception.ToString() + exception.ResponseBody, StringComparison.Ordinal);
        Assert.Single(handler.Requests);
    }
}
