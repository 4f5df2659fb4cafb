using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Waiting;

public sealed class SharedOperationTests
{
    private static readonly WaitOptions AtOnce = new() { InitialDelay = TimeSpan.Zero };

    [Fact]
    public async Task A_late_answer_does_not_undo_the_end_that_another_wait_has_seen()
    {
        var late = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        var polls = 0;
        using var handler = new ScriptedHandler((_, _) =>
            Interlocked.Increment(ref polls) == 1 ? late.Task : Task.FromResult(Audit("completed")));
        MetricSpotAuditOperation operation = TestClient.Create(handler).MetricSpot.GetAuditOperation("a-1");
        CancellationToken stop = TestContext.Current.CancellationToken;

        Task<MetricSpotAudit> slow = operation.WaitForCompletionAsync(AtOnce, stop);
        MetricSpotAudit quick = await operation.WaitForCompletionAsync(AtOnce, stop);
        late.SetResult(Audit("running"));

        Assert.Equal(AuditStatus.Completed, quick.Status);
        Assert.Equal(AuditStatus.Completed, (await slow).Status);
        Assert.Equal(AuditStatus.Completed, operation.Status);
    }

    [Fact]
    public async Task A_late_answer_does_not_hide_that_a_pdf_failed()
    {
        var late = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        var polls = 0;
        using var handler = new ScriptedHandler((_, _) =>
            Interlocked.Increment(ref polls) == 1 ? late.Task : Task.FromResult(Pdf("failed")));
        PdfOperation operation = TestClient.Create(handler).MetricSpot.GetPdfOperation("p-1");
        CancellationToken stop = TestContext.Current.CancellationToken;

        Task<Stream> slow = operation.WaitForCompletionAsync(AtOnce, stop);
        await Assert.ThrowsAsync<AuditFailedException>(() => operation.WaitForCompletionAsync(AtOnce, stop));
        late.SetResult(Pdf("queued"));

        await Assert.ThrowsAsync<AuditFailedException>(() => slow);
    }

    private static HttpResponseMessage Audit(string status) =>
        ScriptedHandler.Json($$"""{"audit":{"id":"a-1","url":"https://example.com/","status":"{{status}}"} }""");

    private static HttpResponseMessage Pdf(string status) => ScriptedHandler.Json($$"""{"pdf":{"id":"p-1","status":"{{status}}"} }""");
}
