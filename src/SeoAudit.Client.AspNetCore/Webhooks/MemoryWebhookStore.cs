namespace SeoAudit.Client.AspNetCore.Webhooks;

/// <summary>Remembers the latest scans that were handled in this process. Those that are being handled are never forgotten.</summary>
internal sealed class MemoryWebhookStore(int capacity = MemoryWebhookStore.DefaultCapacity) : ISeogentWebhookStore
{
    public const int DefaultCapacity = 10_000;

    private readonly object _lock = new();
    private readonly HashSet<string> _claimed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _handled = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    public Task<SeogentWebhookClaim> ClaimAsync(string key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return Task.FromResult(
                _handled.Contains(key) ? SeogentWebhookClaim.Handled
                : _claimed.Add(key) ? SeogentWebhookClaim.Taken
                : SeogentWebhookClaim.InProgress);
        }
    }

    public Task CompleteAsync(string key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            _claimed.Remove(key);
            if (_handled.Add(key))
            {
                _order.Enqueue(key);
                if (_order.Count > capacity)
                {
                    _handled.Remove(_order.Dequeue());
                }
            }
        }

        return Task.CompletedTask;
    }

    public Task ReleaseAsync(string key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            _claimed.Remove(key);
        }

        return Task.CompletedTask;
    }
}
