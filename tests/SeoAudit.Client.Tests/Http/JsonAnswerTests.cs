using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Http;

/// <summary>Answers that are JSON, and requests that are.</summary>
public sealed class JsonAnswerTests
{
    [Theory]
    [InlineData("null", "SEOPeek Audit answered 200 with null.")]
    [InlineData("""{"url":"u","score":"high"}""", "SEOPeek Audit answered 200 with JSON that cannot be read at '$.score'.")]
    [InlineData("", "SEOPeek Audit answered 200 without content.")]
    public async Task What_cannot_be_read_says_where(string body, string message)
    {
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json(body));

        SeoAuditResponseException error = await Assert.ThrowsAsync<SeoAuditResponseException>(
            () => TestClient.Create(handler).SeoPeek.AuditAsync(new Uri("https://example.com/")));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public async Task What_is_sent_is_json_and_says_so()
    {
        string? type = null;
        using var handler = new ScriptedHandler(request =>
        {
            type = $"{request.Content?.Headers.ContentType}";
            return ScriptedHandler.Json("""{"scan_id":"1","status":"pending"}""");
        });

        await TestClient.Create(handler).Seogent.StartScanAsync(ScanRequest.ForDomain("example.com", maxPages: 1));

        Assert.Equal("application/json; charset=utf-8", type);
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over()
    {
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json("\uFEFF{\"url\":\"u\",\"score\":3}"));

        Assert.Equal(3, (await TestClient.Create(handler).SeoPeek.AuditAsync(new Uri("https://example.com/"))).Score);
    }
}
