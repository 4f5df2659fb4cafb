using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;
using SeoAudit.Client.AspNetCore.Diagnostics;
using SeoAudit.Client.Seogent;

namespace SeoAudit.Client.AspNetCore.Webhooks;

/// <summary>Asks SEOgent, with the account's token, about a scan that somebody named.</summary>
internal sealed class ScanLookup(ISeogentClient client, LookupLimit limit, ILogger logger)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(30);

    /// <summary>Looks a scan up.</summary>
    /// <returns>The scan, or else why there is nothing to handle.</returns>
    public async Task<(SeogentScanCompleted? Scan, SeogentWebhookResult? Answer)> FindAsync(string scanId, CancellationToken cancellationToken)
    {
        using RateLimitLease lease = await limit.AcquireAsync(cancellationToken).ConfigureAwait(false);
        if (!lease.IsAcquired)
        {
            bool isKnown = lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait);
            return Nothing(SeogentWebhookOutcome.Throttled, isKnown ? wait : Soon);
        }

        try
        {
            ScanState state = await client.GetScanStateAsync(scanId, cancellationToken).ConfigureAwait(false);
            if (!string.Equals(state.ScanId, scanId, StringComparison.OrdinalIgnoreCase))
            {
                return Nothing(SeogentWebhookOutcome.NotFound);
            }

            if (state.Status != ScanStatus.Completed)
            {
                return state.Status.IsFinal ? Nothing(SeogentWebhookOutcome.Ignored) : Nothing(SeogentWebhookOutcome.NotCompleted, Soon);
            }

            ScanReport report = await client.GetReportAsync(state.ScanId, query: null, cancellationToken).ConfigureAwait(false);
            return report.Status == ScanStatus.Completed
                ? (new SeogentScanCompleted { ScanId = state.ScanId, Report = report }, null)
                : Nothing(SeogentWebhookOutcome.NotCompleted, Soon);
        }
        catch (SeoAuditNotFoundException)
        {
            return Nothing(SeogentWebhookOutcome.NotFound);
        }
        catch (SeoAuditException exception)
        {
            Log.LookupFailed(logger, scanId, exception.GetType().Name);
            return Nothing(SeogentWebhookOutcome.Unavailable, exception.RateLimit?.RetryAfter ?? Later);
        }
    }

    private static (SeogentScanCompleted? Scan, SeogentWebhookResult? Answer) Nothing(SeogentWebhookOutcome outcome, TimeSpan? retryAfter = null) =>
        (null, new SeogentWebhookResult(outcome, retryAfter));
}
