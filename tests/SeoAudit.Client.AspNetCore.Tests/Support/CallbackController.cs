using Microsoft.AspNetCore.Mvc;

namespace SeoAudit.Client.AspNetCore.Tests.Support;

[ApiController]
public sealed class CallbackController(SeogentWebhookReceiver receiver, HandlerLog log) : ControllerBase
{
    [HttpPost(WebhookApp.Path)]
    public Task<SeogentWebhookResult> Receive(CancellationToken cancellationToken) => receiver.ReceiveAsync(
        Request,
        (scan, _) =>
        {
            log.ScanIds.Enqueue(scan.ScanId);
            return Task.CompletedTask;
        },
        cancellationToken);
}
