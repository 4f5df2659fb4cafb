using System.Text.Json;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Urls;

public sealed class PagesOnTheWireTests
{
    private static readonly Uri Page = new("HTTP://B\u00dccher.example:80/a/../caf\u00e9%2fx?q=a+b&r=\u00fc #part");

    private const string Canonical = "http://xn--bcher-kva.example/caf%C3%A9%2Fx?q=a+b&r=%C3%BC%20";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Seopeek_is_asked_for_the_canonical_url_and_the_audit_bears_the_callers()
    {
        using var handler = new ScriptedHandler(static _ => ScriptedHandler.Json("""{"url":"x","score":82,"grade":"B","checks":[],"meta":{}}"""));

        PageAudit audit = await TestClient.Create(handler).AuditPageAsync(Page, cancellationToken: Stop);

        Assert.Equal("?url=" + Uri.EscapeDataString(Canonical), Assert.Single(handler.Requests).Url.Query);
        Assert.Same(Page, audit.Url);
    }

    [Fact]
    public async Task Seogent_is_asked_for_the_canonical_url_and_the_audit_bears_the_callers()
    {
        using var handler = new ScriptedHandler(static request => ScriptedHandler.Json(
            request.Method == HttpMethod.Post ? """{"scan_id":"s-1","status":"pending"}"""
            : request.RequestUri!.AbsolutePath.EndsWith("/results", StringComparison.Ordinal)
                ? """{"scan_id":"s-1","status":"completed","results":{"data":[{"url":"x","score":71,"grade":"B"}]}}"""
                : """{"scan_id":"s-1","status":"completed"}"""));

        PageAudit audit = await AuditAsync(handler, AuditService.Seogent);

        using JsonDocument body = JsonDocument.Parse(handler.Requests[0].Body!);
        Assert.Equal(Canonical, Assert.Single(body.RootElement.GetProperty("urls").EnumerateArray()).GetString());
        Assert.Same(Page, audit.Url);
    }

    [Fact]
    public async Task Metricspot_is_asked_for_the_canonical_url_and_the_audit_bears_the_callers()
    {
        using var handler = new ScriptedHandler(static request => ScriptedHandler.Json(
            request.Method == HttpMethod.Post
                ? """{"audit":{"id":7,"url":"x","status":"queued"}}"""
                : """{"audit":{"id":7,"url":"x","status":"completed","score":71},"findings":[]}"""));

        PageAudit audit = await AuditAsync(handler, AuditService.MetricSpot);

        using JsonDocument body = JsonDocument.Parse(handler.Requests[0].Body!);
        Assert.Equal(Canonical, body.RootElement.GetProperty("url").GetString());
        Assert.Same(Page, audit.Url);
    }

    [Fact]
    public void A_url_that_cannot_be_normalised_is_refused_before_anything_is_sent()
    {
        using var handler = new ScriptedHandler(static _ => throw new InvalidOperationException("Nothing may be sent."));
        ISeoAuditClient client = TestClient.Create(handler);
        var url = new Uri("https://example.com/" + new string('a', 2_048));

        Assert.Equal("url", Assert.Throws<ArgumentException>(() => { _ = client.AuditPageAsync(url, cancellationToken: Stop); }).ParamName);
        Assert.Empty(handler.Requests);
    }

    private static Task<PageAudit> AuditAsync(ScriptedHandler handler, AuditService service)
    {
        var wait = new WaitOptions { InitialDelay = TimeSpan.Zero };
        return TestClient.Create(handler).AuditPageAsync(Page, new PageAuditOptions { Service = service, Wait = wait }, Stop);
    }
}
