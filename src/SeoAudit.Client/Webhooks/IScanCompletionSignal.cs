namespace SeoAudit.Client;

/// <summary>
/// Tells those who wait for a scan that it has ended, so that they ask SEOgent at once and not when their next poll is due.
/// <c>AddSeoAudit()</c> registers one that works within the process; an app whose webhooks reach another process than the one that
/// waits can register one of its own, after it.
/// </summary>
/// <remarks>
/// A signal is a hint. It wakes each wait once at most, what it says is asked for at SEOgent, and a wait that gets none, or whose signal
/// fails, goes on polling.
/// </remarks>
public interface IScanCompletionSignal
{
    /// <summary>Waits until a scan is said to have ended, or was said to not long ago.</summary>
    /// <param name="scanId">The scan.</param>
    /// <param name="cancellationToken">Ends the wait; used at the end of every wait for a scan.</param>
    /// <returns>A task that completes then.</returns>
    Task WaitAsync(string scanId, CancellationToken cancellationToken = default);

    /// <summary>Says that a scan has ended.</summary>
    /// <param name="scanId">The scan.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that completes when it has been passed on.</returns>
    Task NotifyAsync(string scanId, CancellationToken cancellationToken = default);
}
