namespace SeoAudit.Client.Tests.Support;

/// <summary>How many requests are under way, whichever handler they go through.</summary>
internal sealed class InFlightCount
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public void Add(int change) => Interlocked.Add(ref _count, change);
}
