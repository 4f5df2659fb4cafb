using System.Threading.Channels;

namespace SeoAudit.Client.Bulk.Lanes;

/// <summary>The pages that the lane before could not take.</summary>
internal sealed class OverflowSource(TimeProvider time) : IItemSource
{
    // Bounded by the places of the run.
    private readonly Channel<BulkItem> _items = Channel.CreateUnbounded<BulkItem>();

    public void Add(BulkItem item) => _items.Writer.TryWrite(item);

    public void Complete() => _items.Writer.Complete();

    public async Task<IReadOnlyList<BulkItem>> TakeAsync(int max, CancellationToken cancellationToken)
    {
        var items = new List<BulkItem>();
        while (items.Count < max)
        {
            if (_items.Reader.TryRead(out BulkItem? item))
            {
                items.Add(item);
                continue;
            }

            Task<bool> more = _items.Reader.WaitToReadAsync(cancellationToken).AsTask();
            bool came = items.Count == 0 || await Linger.ForAsync(more, time, cancellationToken).ConfigureAwait(false);
            if (!came || !await more.ConfigureAwait(false))
            {
                break;
            }
        }

        return items;
    }
}
