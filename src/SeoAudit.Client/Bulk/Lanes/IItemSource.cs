namespace SeoAudit.Client.Bulk.Lanes;

/// <summary>Where a lane gets its pages from: the input, or the lane before it.</summary>
internal interface IItemSource
{
    /// <summary>Takes up to so many pages; at least one, unless there are no more.</summary>
    /// <returns>The pages; empty at the end.</returns>
    Task<IReadOnlyList<BulkItem>> TakeAsync(int max, CancellationToken cancellationToken);
}
