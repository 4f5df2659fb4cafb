using System.Threading.RateLimiting;

namespace SeoAudit.Client.Pacing;

/// <summary>A call that waits for its turn. It goes on elsewhere, because it is told so while the limiter is locked.</summary>
/// <param name="deadline">When it has waited as long as it may.</param>
/// <param name="given">Told when the caller gives up.</param>
/// <param name="cancellationToken">Ends the wait.</param>
internal sealed class QueuedCall(long deadline, Action<QueuedCall> given, CancellationToken cancellationToken)
    : TaskCompletionSource<RateLimitLease>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    private CancellationTokenRegistration _registration;

    public long Deadline => deadline;

    /// <summary>When its turn comes, if all before it take theirs.</summary>
    public long Due { get; set; }

    /// <summary>The limit that it waits for.</summary>
    public PacingWindow? Limit { get; set; }

    public bool IsCancelled => cancellationToken.IsCancellationRequested;

    public void WatchToken() =>
        _registration = cancellationToken.UnsafeRegister(static (state, _) => ((QueuedCall)state!).GiveUp(), this);

    public void End(RateLimitLease lease)
    {
        // Disposing the registration would wait for a callback that waits for the limiter.
        _registration.Unregister();
        TrySetResult(lease);
    }

    public void Cancel() => TrySetCanceled(cancellationToken);

    private void GiveUp() => given(this);
}
