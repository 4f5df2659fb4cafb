using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Pages;

/// <summary>A list with a hole in it is still a list.</summary>
public sealed class NullEntryTests
{
    private static readonly Uri Page = new("https://example.com/");

    [Theory]
    [InlineData(AuditService.SeoPeek)]
    [InlineData(AuditService.Seogent)]
    [InlineData(AuditService.MetricSpot)]
    public async Task A_null_among_the_checks_is_left_out(AuditService service)
    {
        using var handler = new ScriptedHandler(Answer);

        PageAudit audit = await TestClient.Create(handler).AuditPageAsync(
            Page,
            new PageAuditOptions { Service = service, Wait = new WaitOptions { InitialDelay = TimeSpan.Zero } },
            TestContext.Current.CancellationToken);

        Assert.Equal(50, audit.Score);
        Assert.Empty(audit.Checks);
    }

    private static HttpResponseMessage Answer(HttpRequestMessage request) => ScriptedHandler.Json(request.RequestUri!.AbsolutePath switch
    {
        var path when path.EndsWith("/results", StringComparison.Ordinal) =>
            """{"scan_id":"s-1","results":{"data":[null,{"url":"https://example.com/","score":50,"all_checks":[null]}]} }""",
        _ => """
             {"url":"https://example.com/","score":50,"checks":[null],"scan_id":"s-1","status":"completed",
              "audit":{"id":"a-1","url":"https://example.com/","status":"completed","score":50,"total_score":50},"findings":[null],"rules":[null]}
             """,
    });
}
