using System.Threading.RateLimiting;

namespace SeoAudit.Client.Pacing;

/// <summary>The permit of a call that may be sent in several passes: asked for once, and held until the call ends.</summary>
internal sealed class CallPermit : IDisposable
{
    private readonly object _lock = new();
    private RateLimitLease? _lease;
    private bool _isOver;

    public bool IsHeld
    {
        get
        {
            lock (_lock)
            {
                return _lease is not null;
            }
        }
    }

    /// <summary>Takes over a permit; one more than is needed is given back.</summary>
    public void Hold(RateLimitLease lease)
    {
        lock (_lock)
        {
            if (_lease is null && !_isOver)
            {
                _lease = lease;
                return;
            }
        }

        ServicePacer.GiveBack(lease);
    }

    public void Dispose()
    {
        RateLimitLease? held;
        lock (_lock)
        {
            (held, _lease, _isOver) = (_lease, null, true);
        }

        if (held is not null)
        {
            ServicePacer.GiveBack(held);
        }
    }
}
