using Microsoft.Extensions.Caching.Distributed;

namespace SeoAudit.Client.AspNetCore.Webhooks;

/// <summary>
/// Remembers in a cache that machines share. Such a cache cannot take and answer in one step, so two deliveries that reach two machines
/// within the same milliseconds may both be handled; within one machine they are not.
/// </summary>
internal sealed class DistributedWebhookStore(IDistributedCache cache, DistributedWebhookStoreOptions options) : ISeogentWebhookStore
{
    private const string Prefix = "seoaudit:webhook:";

    private static readonly byte[] Claimed = "claimed"u8.ToArray();
    private static readonly byte[] Handled = "handled"u8.ToArray();

    private readonly MemoryWebhookStore _here = new();

    public async Task<SeogentWebhookClaim> ClaimAsync(string key, CancellationToken cancellationToken = default)
    {
        SeogentWebhookClaim here = await _here.ClaimAsync(key, cancellationToken).ConfigureAwait(false);
        if (here != SeogentWebhookClaim.Taken)
        {
            return here;
        }

        var isTaken = false;
        try
        {
            byte[]? known = await cache.GetAsync(Prefix + key, cancellationToken).ConfigureAwait(false);
            if (known is not null)
            {
                return known.AsSpan().SequenceEqual(Handled) ? SeogentWebhookClaim.Handled : SeogentWebhookClaim.InProgress;
            }

            await SetAsync(key, Claimed, options.ClaimLifetime, cancellationToken).ConfigureAwait(false);
            isTaken = true;
            return SeogentWebhookClaim.Taken;
        }
        finally
        {
            if (!isTaken)
            {
                await _here.ReleaseAsync(key, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    public async Task CompleteAsync(string key, CancellationToken cancellationToken = default)
    {
        // Here first: what the cache does not learn, this machine knows at least.
        await _here.CompleteAsync(key, CancellationToken.None).ConfigureAwait(false);
        await SetAsync(key, Handled, options.Retention, cancellationToken).ConfigureAwait(false);
    }

    public async Task ReleaseAsync(string key, CancellationToken cancellationToken = default)
    {
        await _here.ReleaseAsync(key, CancellationToken.None).ConfigureAwait(false);
        await cache.RemoveAsync(Prefix + key, cancellationToken).ConfigureAwait(false);
    }

    private Task SetAsync(string key, byte[] value, TimeSpan lifetime, CancellationToken cancellationToken) =>
        cache.SetAsync(Prefix + key, value, new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = lifetime }, cancellationToken);
}
