using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Pages;

public sealed class UnusableIdTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_id_that_cannot_be_used_reaches_the_caller_who_paid_for_it()
    {
        using var handler = new ScriptedHandler(request => ScriptedHandler.Json(
            request.RequestUri!.AbsolutePath.EndsWith("/scans", StringComparison.Ordinal)
                ? """{"scan_id":"a/../b","status":"pending"}"""
                : """{"audit":{"id":"../x","url":"https://example.com/","status":"queued"}}"""));
        ISeoAuditClient client = TestClient.Create(handler);
        var page = new Uri("https://example.com/");

        var scan = await Assert.ThrowsAsync<SeoAuditResponseException>(
            () => client.Seogent.StartScanAsync(ScanRequest.ForUrls(page), Stop));
        var audit = await Assert.ThrowsAsync<SeoAuditResponseException>(() => client.MetricSpot.QueueAuditAsync(page, Stop));

        Assert.Equal("a/../b", scan.OperationId);
        Assert.Equal("../x", audit.OperationId);
        Assert.Equal(2, handler.Requests.Count);
    }
}
