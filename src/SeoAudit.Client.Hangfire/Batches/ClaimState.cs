namespace SeoAudit.Client.Hangfire.Batches;

/// <summary>How it stands with a batch.</summary>
/// <param name="IsOwned">Whether a worker has it, or had it and has died; otherwise it has only not been taken yet.</param>
/// <param name="IsOverdue">Whether nobody has given a sign of life for it in time.</param>
/// <param name="IsQueued">Whether it was put into the queue because it was overdue before, and nobody has had it since.</param>
internal readonly record struct ClaimState(bool IsOwned, bool IsOverdue, bool IsQueued)
{
    /// <summary>Whether a living worker has it.</summary>
    public bool IsHeld => IsOwned && !IsOverdue;
}
