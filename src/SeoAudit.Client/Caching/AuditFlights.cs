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
                return (await flight.Result.WaitAsync(cancellationToken).ConfigureAwait(false), joined);
            }
            catch (RunFaultException) when (joined)
            {
                // The flight is gone; the next one is of those who are left.
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
    }

    private AuditFlight Board(string key, out bool joined)
    {
        lock (_flights)
        {
            joined = _flights.TryGetValue(key, out AuditFlight? flight);
            if (joined)
            {
                flight!.Passengers++;
                return flight;
            }

            flight = new AuditFlight();
            _flights.Add(key, flight);
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
