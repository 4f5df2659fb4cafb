using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace SeoAudit.Client.Tests.Caching;

/// <summary>A server that speaks Redis's protocol, and a prefix of the test's own on it.</summary>
internal abstract class RedisInstance : IAsyncDisposable
{
    public abstract string Address { get; }

    public string Prefix { get; } = $"{Guid.NewGuid():N}:";

    /// <summary>What an app that can do without its cache sets.</summary>
    public static ConfigurationOptions Settings(string address) => new()
    {
        EndPoints = { address },
        AbortOnConnectFail = false,
        BacklogPolicy = BacklogPolicy.FailFast,
        ConnectTimeout = 2_000,
        AsyncTimeout = 2_000,
        SyncTimeout = 2_000,
    };

    public static void Add(IServiceCollection services, string address, string prefix) =>
        services.AddStackExchangeRedisCache(options =>
        {
            options.ConfigurationOptions = Settings(address);
            options.InstanceName = prefix;
        });

    /// <summary>Puts an app's cache on this server.</summary>
    public void Use(IServiceCollection services) => Add(services, Address, Prefix);

    /// <summary>Takes the server away.</summary>
    public abstract ValueTask StopAsync();

    public virtual ValueTask DisposeAsync() => StopAsync();

    protected static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
