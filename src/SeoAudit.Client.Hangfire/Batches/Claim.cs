using Hangfire.Storage;

namespace SeoAudit.Client.Hangfire.Batches;

/// <summary>A batch that a worker has.</summary>
internal sealed record Claim(string Id, int Batch, string Owner)
{
    /// <summary>Whether another has it now.</summary>
    public bool IsLost(JobStorageConnection connection) => Claims.OwnerOf(connection, Id, Batch) != Owner;
}
