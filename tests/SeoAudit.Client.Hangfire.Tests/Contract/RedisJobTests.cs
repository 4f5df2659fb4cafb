using Hangfire;
using Hangfire.Redis.StackExchange;
using SeoAudit.Client.Hangfire.Tests.Support;
using StackExchange.Redis;

namespace SeoAudit.Client.Hangfire.Tests.Contract;

public sealed class RedisJobTests(RedisJobTests.Redis redis) : JobContract, IClassFixture<RedisJobTests.Redis>
{
    private static int _opened;

    protected override JobStorage Open()
    {
        Assert.SkipWhen(redis.Connection is null, "No redis-server is installed.");
        return new RedisStorage(redis.Connection, new RedisStorageOptions { Prefix = $"test{Interlocked.Increment(ref _opened)}:" });
    }

    public sealed class Redis : IAsyncLifetime
    {
        private Server? _server;

        public ConnectionMultiplexer? Connection { get; private set; }

        public async ValueTask InitializeAsync()
        {
            _server = await Server.StartRedisAsync();
            Connection = _server is null ? null : await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{_server.Port}");
        }

        public async ValueTask DisposeAsync()
        {
            if (_server is not null)
            {
                await Connection!.DisposeAsync();
                await _server.DisposeAsync();
            }
        }
    }
}
