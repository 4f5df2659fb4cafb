using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.Redis.StackExchange;
using StackExchange.Redis;

namespace BulkAuditApi.Storage;

/// <summary>Where jobs are, and with Redis the cached audits too, so that several instances share both.</summary>
internal static class StorageServices
{
    private static readonly TimeSpan QueuePollInterval = TimeSpan.FromSeconds(1);

    public static void AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        StorageSettings settings = configuration.GetSection("Storage").Get<StorageSettings>() ?? new StorageSettings();
        switch (settings)
        {
            case { PostgreSql.Length: > 0, Redis.Length: > 0 }:
                throw new InvalidOperationException("Set Storage:PostgreSql or Storage:Redis, not both.");
            case { PostgreSql: { Length: > 0 } address }:
                services.AddHangfire(hangfire => hangfire.UsePostgreSqlStorage(
                    postgres => postgres.UseNpgsqlConnection(address),
                    new PostgreSqlStorageOptions
                    {
                        QueuePollInterval = QueuePollInterval,
                        InvisibilityTimeout = settings.InvisibilityTimeout,
                        DistributedLockTimeout = settings.LockTimeout,
                    }));
                break;
            case { Redis: { Length: > 0 } address }:
                ConfigurationOptions redis = ConfigurationOptions.Parse(address);
                redis.AbortOnConnectFail = false;
                services.AddHangfire(hangfire => hangfire.UseRedisStorage(
                    ConnectionMultiplexer.Connect(redis),
                    new RedisStorageOptions
                    {
                        // Redis tells of new jobs at most once; one whose message is lost waits for so long, by default 3 minutes.
                        FetchTimeout = QueuePollInterval,
                        InvisibilityTimeout = settings.InvisibilityTimeout,
                    }));
                AddRedisCache(services, address);
                break;
            default:
                // By its own default it would forget finished jobs after three hours.
                services.AddHangfire(static hangfire => hangfire.UseInMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = null }));
                break;
        }
    }

    /// <summary>An audit does not wait for a cache that is down.</summary>
    private static void AddRedisCache(IServiceCollection services, string address)
    {
        ConfigurationOptions options = ConfigurationOptions.Parse(address);
        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.AsyncTimeout = 1_000;
        services.AddStackExchangeRedisCache(redis => (redis.InstanceName, redis.ConfigurationOptions) = ("seo:audit:", options));
    }
}
