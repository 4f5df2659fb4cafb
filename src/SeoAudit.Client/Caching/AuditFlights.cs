namespace SeoAudit.Client.Caching;

/// <summary>
/// Has what many ask for at once done once. A caller that cancels leaves the others alone; when all have left, the work is cancelled.
/// </summary>
/// <remarks>
/// A <c>HybridCache</c> does as much for what is made within its callback, but there a fault of the cache around a made audit would
/// reach all who wait, and each would buy the audit again.
/// </remarks>
internal sealed class AuditFlights
{
    private readonly Dictionary<string, AuditFlight> _flights = new(StringComparer.Ordinal);

    /// <returns>The audit, and whether another caller's flight brought it.</returns>
    public async Task<(PageAudit Audit, bool Joined)> RunAsync(
        string key, Func<CancellationToken, Task<PageAudit>> audit, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AuditFlight flight = Board(key, out bool joined);
            if (!joined)
            {
                _ = flight.RunAsync(audit, () => Remove(key, flight));
            }

            try
            {
                return (await WaitAsync(key, flight, cancellationToken).ConfigureAwait(false), joined);
            }
            catch (RunFaultException) when (joined)
            {
                // The flight is gone; the next one is of those who are left.
            }
        }
    }

    /// <returns>The audit of the flight that is under way; null where there is none, or its run broke off.</returns>
    public async Task<PageAudit?> JoinAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            return TryBoard(key) is { } flight ? await WaitAsync(key, flight, cancellationToken).ConfigureAwait(false) : null;
        }
        catch (RunFaultException)
        {
            return null;
        }
    }

    private async Task<PageAudit> WaitAsync(string key, AuditFlight flight, CancellationToken cancellationToken)
    {
        try
        {
            return await flight.Result.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (Leave(key, flight))
            {
                // What is told of it, and fails, is not of this caller's doing.
                await flight.AbandonAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private AuditFlight Board(string key, out bool joined)
    {
        lock (_flights)
        {
            AuditFlight? flight = TryBoard(key);
            joined = flight is not null;
            return flight ?? (_flights[key] = new AuditFlight());
        }
    }

    private AuditFlight? TryBoard(string key)
    {
        lock (_flights)
        {
            if (_flights.TryGetValue(key, out AuditFlight? flight))
            {
                flight.Passengers++;
            }

            return flight;
        }
    }

    /// <returns>Whether the caller was the last who waited for a flight that has not ended.</returns>
    private bool Leave(string key, AuditFlight flight)
    {
        lock (_flights)
        {
            if (--flight.Passengers > 0 || flight.Result.IsCompleted)
            {
                return false;
            }

            RemoveLocked(key, flight);
            return true;
        }
    }

    private void Remove(string key, AuditFlight flight)
    {
        lock (_flights)
        {
            RemoveLocked(key, flight);
        }
    }

    // An abandoned flight may end when the next one for the same key is under way.
    private void RemoveLocked(string key, AuditFlight flight)
    {
        if (_flights.TryGetValue(key, out AuditFlight? current) && ReferenceEquals(current, flight))
        {
            _flights.Remove(key);
        }
    }
}
