namespace SeoAudit.Client.AspNetCore.Tests.Support;

internal sealed class ScopedHandler(HandlerLog log) : ISeogentWebhookHandler
{
    public Task HandleAsync(SeogentScanCompleted scan, CancellationToken cancellationToken = default)
    {
        log.ScanIds.Enqueue(scan.ScanId);
        return Task.CompletedTask;
    }
}
