using SeoAudit.Client.AspNetCore.Tests.Support;

namespace SeoAudit.Client.AspNetCore.Tests.Webhooks;

[Collection(nameof(AloneInProcess))]
public sealed class LargeBodyTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_of_64_MiB_goes_through_without_being_held(bool saysSo)
    {
        await using WebhookApp app = await WebhookApp.StartAsync();
        string id = await app.CompletedScanAsync();
        (await app.PostIdAsync("unknown")).Dispose();
        long before = GC.GetTotalAllocatedBytes(precise: true);

        string answer = await new RawPost(app).SendAsync(saysSo, new ResultsBody(64 * 1024 * 1024, id), TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 24 * 1024 * 1024);
        Assert.Equal(id, (await app.HandledAsync()).ScanId);
    }
}
