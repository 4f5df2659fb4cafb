using SeoAudit.Client.Http;

namespace SeoAudit.Client.Bulk;

/// <summary>Reads what has been bought. A service that asks for a pause meanwhile gets it: to give up would be to have paid in vain.</summary>
/// <param name="patience">How long all pauses of one reading may be.</param>
/// <param name="time">The clock.</param>
internal sealed class PaidReading(TimeSpan patience, TimeProvider time)
{
    /// <summary>Reads, again after each pause.</summary>
    /// <param name="read">Reads what is not read yet.</param>
    /// <param name="isDone">Whether the service is done with it; until then pauses are a matter of the wait.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>What was read.</returns>
    public async Task<T> RunAsync<T>(Func<Task<T>> read, Func<bool> isDone, CancellationToken cancellationToken)
    {
        TimeSpan left = patience;
        for (var pauses = 0; ; pauses++)
        {
            TimeSpan pause;
            try
            {
                return await read().ConfigureAwait(false);
            }
            catch (SeoAuditRateLimitException exception) when (isDone())
            {
                pause = exception.RetryAfter is { } asked ? Backoff.Asked(asked, room: left) : Backoff.Pause(pauses);
                if (pause > left)
                {
                    throw;
                }
            }

            left -= pause;
            await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
        }
    }
}
