namespace SeoAudit.Client.Bulk.Lanes;

/// <summary>Where pages go that a lane is done with.</summary>
internal interface ILaneExit : IBatchTarget
{
    /// <summary>Takes what a failed audit left unsettled: to the next service, where that helps, else as failed.</summary>
    ValueTask FailAsync(BulkBatch batch, SeoAuditException exception);

    /// <summary>Takes pages that the service will not get any more: to the next service, or as not attempted.</summary>
    void Close(BulkBatch batch, SeoAuditException reason);

    /// <summary>A worker has broken off; the fault is null where it was told to.</summary>
    void Break(IReadOnlyList<BulkItem> items, Exception? fault);
}
