namespace SeoAudit.Client.Bulk;

/// <summary>One service's way of auditing many pages, for one run; the run knows the services only through this.</summary>
internal interface IBulkAuditor : IDisposable
{
    AuditService Service { get; }

    /// <summary>Whether the service may have taken a batch although no answer came.</summary>
    bool Queues { get; }

    /// <summary>How many batches are in flight where the caller does not say.</summary>
    int DefaultConcurrency { get; }

    /// <summary>How many pages a batch takes at most.</summary>
    int BatchSize { get; }

    /// <summary>
    /// Audits a batch and settles every page of it. What it throws is about the pages that are not settled: with an operation id,
    /// they were bought; without one, the service did not take them.
    /// </summary>
    Task AuditAsync(BulkBatch batch, CancellationToken cancellationToken);

    /// <summary>Takes up a batch that an earlier run queued, or was about to queue, and settles every page of it.</summary>
    /// <returns>Whether the service has it; otherwise nothing was bought.</returns>
    Task<bool> ResumeAsync(QueuedBatch queued, BulkBatch batch, CancellationToken cancellationToken);
}
