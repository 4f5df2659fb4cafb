namespace SeoAudit.Client.AspNetCore;

/// <summary>
/// Remembers which scans have been handled, so that deliveries that come again, or at the same time, call the handler once.
/// </summary>
/// <remarks>
/// The default remembers in memory. An app on many machines registers one that they share: <c>UseDistributedWebhookStore()</c>,
/// or one of its own on a database, which can keep the promise without a gap.
/// </remarks>
public interface ISeogentWebhookStore
{
    /// <summary>Asks for a scan. Where the answer is <see cref="SeogentWebhookClaim.Taken"/>, one of the two other methods follows.</summary>
    /// <param name="key">Stands for the scan: at most 300 characters.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether the scan is this delivery's to handle.</returns>
    Task<SeogentWebhookClaim> ClaimAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Remembers that a claimed scan has been handled.</summary>
    /// <param name="key">Stands for the scan.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that completes when it is remembered.</returns>
    Task CompleteAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Gives a claimed scan back, because it could not be handled.</summary>
    /// <param name="key">Stands for the scan.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that completes when another delivery can claim it.</returns>
    Task ReleaseAsync(string key, CancellationToken cancellationToken = default);
}
