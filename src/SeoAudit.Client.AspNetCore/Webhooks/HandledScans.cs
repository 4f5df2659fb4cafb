using Microsoft.Extensions.Logging;
using SeoAudit.Client.AspNetCore.Diagnostics;

namespace SeoAudit.Client.AspNetCore.Webhooks;

/// <summary>The store of handled scans, whose faults are logged and never lose a webhook.</summary>
internal sealed class HandledScans(ISeogentWebhookStore store, TimeProvider time, ILogger logger)
{
    // What was done must be remembered even when the caller has gone by then, which must not take for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Claims a scan; null where the store cannot say.</summary>
    public async Task<SeogentWebhookClaim?> ClaimAsync(string key, string scanId, CancellationToken cancellationToken)
    {
        try
        {
            return await store.ClaimAsync(key, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A store may fail in any way; the webhook comes again.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.StoreFailed(logger, scanId, exception);
            return null;
        }
    }

    /// <summary>Remembers a claimed scan as handled, or gives it back.</summary>
    public async Task SettleAsync(string key, string scanId, bool isHandled)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            await (isHandled ? store.CompleteAsync(key, patience.Token) : store.ReleaseAsync(key, patience.Token)).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // What is not remembered is handled again at worst, where the caller sends again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.StoreFailed(logger, scanId, exception);
        }
    }
}
