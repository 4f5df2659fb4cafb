namespace SeoAudit.Client.Tests.Caching;

/// <summary>On Redis itself; see <see cref="RedisServerInstance"/> for which.</summary>
public sealed class RedisServerTests : RedisCachingTests
{
    private protected override async Task<RedisInstance> StartAsync(bool own = false) => await RedisServerInstance.StartAsync(own);
}
