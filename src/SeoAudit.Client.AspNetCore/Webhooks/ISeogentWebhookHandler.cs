namespace SeoAudit.Client.AspNetCore;

/// <summary>Does what is to be done when a scan has completed. Resolved from the services of the request.</summary>
public interface ISeogentWebhookHandler
{
    /// <summary>Handles a completed scan.</summary>
    /// <param name="scan">The scan.</param>
    /// <param name="cancellationToken">Cancelled when the caller of the webhook has gone, or the server stops.</param>
    /// <returns>
    /// A task that completes when the scan is handled, or kept to be handled: then SEOgent is told that all is well. Where it fails,
    /// SEOgent is told that it did not go well, and may send again.
    /// </returns>
    Task HandleAsync(SeogentScanCompleted scan, CancellationToken cancellationToken = default);
}
