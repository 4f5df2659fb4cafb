namespace SeoAudit.Client.Caching;

/// <summary>
/// What a run has under way for itself and for others who wait for the same pages. When the run is left, all of it goes on while
/// anyone waits for any of it, and only then is what it is done with given back.
/// </summary>
/// <param name="owned">What all of it is done with.</param>
#pragma warning disable CA1001 // A source of cancellation without a timer holds nothing that would have to be given back.
internal sealed class RunFlights(IDisposable owned)
#pragma warning restore CA1001
{
    private readonly object _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private int _underWay;
    private int _wanted;
    private bool _isLeft;
    private bool _isClosed;

    /// <param name="work">The work; its token is cancelled when nothing of the run is wanted any more.</param>
    /// <param name="abandoned">Says that nobody waits for this work any more, which happens only when the run is left.</param>
    /// <exception cref="ObjectDisposedException">What it would be done with has been given back.</exception>
    public async Task RunAsync(Func<CancellationToken, Task> work, CancellationToken abandoned)
    {
        var flight = new Flight();
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            _underWay++;
            _wanted++;
        }

        CancellationTokenRegistration registration = abandoned.UnsafeRegister(_ => Drop(flight, isLeft: true), state: null);
        try
        {
            await work(_stop.Token).ConfigureAwait(false);
        }
        finally
        {
            await registration.DisposeAsync().ConfigureAwait(false);
            Drop(flight, isLeft: false);
            End();
        }
    }

    /// <summary>The run ends: gives back what it owns, at once or when nothing is under way any more.</summary>
    public void Close()
    {
        lock (_lock)
        {
            bool wasClosed = _isClosed;
            _isClosed = true;
            if (wasClosed || _underWay > 0)
            {
                return;
            }
        }

        owned.Dispose();
    }

    private void Drop(Flight flight, bool isLeft)
    {
        lock (_lock)
        {
            _isLeft |= isLeft;
            _wanted -= flight.IsWanted ? 1 : 0;
            flight.IsWanted = false;
            if (!_isLeft || _wanted > 0)
            {
                return;
            }
        }

        // Not here, where whoever is told so would go on.
        _ = _stop.CancelAsync();
    }

    private void End()
    {
        lock (_lock)
        {
            if (--_underWay > 0 || !_isClosed)
            {
                return;
            }
        }

        owned.Dispose();
    }

    private sealed class Flight
    {
        public bool IsWanted { get; set; } = true;
    }
}
