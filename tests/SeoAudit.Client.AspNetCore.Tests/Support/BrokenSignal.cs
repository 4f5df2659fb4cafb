namespace SeoAudit.Client.AspNetCore.Tests.Support;

/// <summary>A signal of the app's that never reaches anybody.</summary>
internal sealed class BrokenSignal : IScanCompletionSignal
{
    public Task WaitAsync(string scanId, CancellationToken cancellationToken = default) => Task.Delay(Timeout.Infinite, cancellationToken);

    public Task NotifyAsync(string scanId, CancellationToken cancellationToken = default) => throw new InvalidOperationException("The signal is broken.");
}
