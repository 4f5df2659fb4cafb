namespace SeoAudit.Client.Webhooks;

/// <summary>Cuts the waits between the polls of one scan short, once, when it is said to have ended.</summary>
internal sealed class SignalledPause(IScanCompletionSignal signal, string scanId)
{
    private bool _wasGiven;

    /// <summary>Waits for the end of a pause or for the signal.</summary>
    /// <param name="pause">Begins the pause.</param>
    /// <param name="cancellationToken">Cancels both.</param>
    public async Task RunAsync(Func<CancellationToken, Task> pause, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _wasGiven))
        {
            // A scan that goes on nonetheless is polled as any other: the signal was wrong, or came too soon.
            await pause(cancellationToken).ConfigureAwait(false);
            return;
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task passing = pause(over.Token);
        Task<bool> given = WaitAsync(over.Token);
        Task first = await Task.WhenAny(passing, given).ConfigureAwait(false);
        if (first == given && await given.ConfigureAwait(false))
        {
            Volatile.Write(ref _wasGiven, true);
            End(over);
            await passing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
            return;
        }

        try
        {
            await passing.ConfigureAwait(false);
        }
        finally
        {
            End(over);
        }
    }

    // At once, and not by way of another thread: a wait that is over leaves nothing behind.
    private static void End(CancellationTokenSource over) => over.Cancel();

    private async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await signal.WaitAsync(scanId, cancellationToken).ConfigureAwait(false);
            return true;
        }
#pragma warning disable CA1031 // A signal of the app's that fails, or was cancelled, is one that does not come; the polls go on.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }
}
