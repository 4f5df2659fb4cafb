namespace SeoAudit.Client.Bulk;

/// <summary>Where a batch's news goes: to the reader of a run and its journal, or to the journal alone.</summary>
internal interface IBatchTarget
{
    /// <summary>The batch is about to be queued at a service, which will cost something; what this throws keeps that from happening.</summary>
    ValueTask QueueingAsync(BulkBatch batch);

    /// <summary>The service has queued the batch.</summary>
    ValueTask QueuedAsync(BulkBatch batch, string operationId);

    /// <summary>The service would not take another batch just now either; told before another can be queued.</summary>
    void Held(BulkBatch batch, SeoAuditException refusal);

    /// <summary>The service took nothing of what was about to be queued.</summary>
    ValueTask RefusedAsync(BulkBatch batch);

    /// <summary>The service is done with the batch, and every page is settled.</summary>
    ValueTask EndedAsync(BulkBatch batch);

    /// <summary>The outcome of one page is known.</summary>
    ValueTask SettleAsync(BulkItem item, PageAuditOutcome outcome);
}
