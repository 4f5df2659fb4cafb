using System.Globalization;
using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Hangfire.Redis.StackExchange;
using Npgsql;
using SeoAudit.Client.Hangfire.Tests.Support;
using StackExchange.Redis;

namespace SeoAudit.Client.HangfireRuns;

/// <summary>The storages that a fleet is tried on.</summary>
internal static class FleetStorage
{
    public const string PostgreSql = "postgresql";
    public const string Redis = "redis";

    // A killed worker's batch comes back by its claim; this is for what it had only just fetched.
    private static readonly TimeSpan Invisibility = TimeSpan.FromSeconds(15);

    public static async Task<Server> StartAsync(string kind) =>
        await (kind == Redis ? Server.StartRedisAsync() : Server.StartPostgreSqlAsync())
        ?? throw new InvalidOperationException($"No {kind} is installed.");

    /// <summary>How many bytes a storage takes: of memory in Redis, of disk in PostgreSQL.</summary>
    public static async Task<long> SizeAsync(string kind, int port)
    {
        if (kind == Redis)
        {
            await using ConnectionMultiplexer redis = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{port},allowAdmin=true");
            IEnumerable<IGrouping<string, KeyValuePair<string, string>>> info = await redis.GetServer("127.0.0.1", port).InfoAsync("memory");
            return long.Parse(info.SelectMany(static group => group).First(static each => each.Key == "used_memory").Value, CultureInfo.InvariantCulture);
        }

        await using var connection = new NpgsqlConnection(Connection(port));
        await connection.OpenAsync();
        await using var size = new NpgsqlCommand("select pg_database_size(current_database())", connection);
        return (long)(await size.ExecuteScalarAsync())!;
    }

    public static JobStorage Open(string kind, int port)
    {
        if (kind == Redis)
        {
            return new RedisStorage(
                ConnectionMultiplexer.Connect($"127.0.0.1:{port},abortConnect=false"), new RedisStorageOptions { InvisibilityTimeout = Invisibility, FetchTimeout = TimeSpan.FromSeconds(1) });
        }

        var options = new PostgreSqlStorageOptions
        {
            QueuePollInterval = TimeSpan.FromMilliseconds(200),
            InvisibilityTimeout = Invisibility,
            // A lock whose holder was killed.
            DistributedLockTimeout = TimeSpan.FromSeconds(5),
        };
        return new PostgreSqlStorage(
            new NpgsqlConnectionFactory(Connection(port), options), options);
    }

    private static string Connection(int port) => $"Host=127.0.0.1;Port={port};Username=seoaudit;Database=postgres;Maximum Pool Size=50";
}
