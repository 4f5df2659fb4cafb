namespace SeoAudit.Client.Tests.Support;

/// <summary>How many requests are under way, whichever handler they go through.</summary>
internal sealed class InFlightCount
{
    private int _count;
    private int _begun;

    public int Count => Volatile.Read(ref _count);

    /// <summary>How many have begun so far.</summary>
    public int Begun => Volatile.Read(ref _begun);

    public void Begin()
    {
        Interlocked.Increment(ref _begun);
        Interlocked.Increment(ref _count);
    }

    public void End() => Interlocked.Decrement(ref _count);
}
