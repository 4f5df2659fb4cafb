namespace SeoAudit.Client.Bulk.Lanes;

/// <summary>Keeps a batch that is not full from waiting for ever for the rest.</summary>
internal static class Linger
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Waits a little for something.</summary>
    /// <returns>Whether it came.</returns>
    public static async Task<bool> ForAsync(Task arrival, TimeProvider time, CancellationToken cancellationToken)
    {
        if (arrival.IsCompleted)
        {
            return true;
        }

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task timer = Task.Delay(Patience, time, enough.Token);
        Task first = await Task.WhenAny(arrival, timer).ConfigureAwait(false);
        await enough.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return first == arrival;
    }
}
