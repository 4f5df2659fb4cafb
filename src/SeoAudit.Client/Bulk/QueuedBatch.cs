namespace SeoAudit.Client.Bulk;

/// <summary>What an earlier run left of a batch at a service.</summary>
/// <param name="OperationId">The scan or audit; null where the run ended before it learned the id.</param>
/// <param name="QueuedAt">When the request was about to be sent, by this machine's clock.</param>
/// <param name="PageCount">How many pages were in the request, settled ones too.</param>
/// <param name="IsKnown">Whether an id belongs to another batch of the run.</param>
internal sealed record QueuedBatch(string? OperationId, DateTimeOffset QueuedAt, int PageCount, Func<string, bool> IsKnown)
{
    /// <summary>How far the clocks of this machine and of a service may differ.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>Whether something that the service says it queued then can be this batch.</summary>
    public bool CanBe(string operationId, DateTimeOffset? createdAt) =>
        !IsKnown(operationId) && !(createdAt < QueuedAt - ClockSkew);
}
