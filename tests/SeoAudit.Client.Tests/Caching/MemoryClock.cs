using Microsoft.Extensions.Internal;

namespace SeoAudit.Client.Tests.Caching;

/// <summary>Lets the memory cache live by the same clock as all else.</summary>
internal sealed class MemoryClock(TimeProvider time) : ISystemClock
{
    public DateTimeOffset UtcNow => time.GetUtcNow();
}
