#if NET10_0_OR_GREATER
namespace SeoAudit.Client.Tests.Caching;

/// <summary>On a server within the test process, so that these run everywhere.</summary>
public sealed class GarnetTests : RedisCachingTests
{
    private protected override Task<RedisInstance> StartAsync(bool own = false) => Task.FromResult<RedisInstance>(new GarnetInstance());
}
#endif
