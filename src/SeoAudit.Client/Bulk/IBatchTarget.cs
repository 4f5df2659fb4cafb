namespace SeoAudit.Client.Bulk;

/// <summary>Where a batch's news goes: to the reader of a run and its journal, or to the journal alone.</summary>
internal interface IBatchTarget
{
    /// <summary>Waits until the batch may be queued.</summary>
    ValueTask AdmitAsync(BulkBatch batch, CancellationToken cancellationToken);

    /// <summary>The batch is about to be queued at a service, which will cost something.</summary>
    void Queueing(BulkBatch batch);

    /// <summary>The service has queued the batch.</summary>
    void Queued(BulkBatch batch, string operationId);

    /// <summary>The service took nothing of what was about to be queued.</summary>
    void Refused(BulkBatch batch);

    /// <summary>The service is done with the batch, and every page is settled.</summary>
    void Ended(BulkBatch batch);

    /// <summary>The outcome of one page is known.</summary>
    void Settle(BulkItem item, PageAuditOutcome outcome);
}
