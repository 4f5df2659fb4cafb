#if NET10_0_OR_GREATER
using System.Net;
using Garnet;
using Garnet.server;

namespace SeoAudit.Client.Tests.Caching;

/// <summary>A server in this process.</summary>
internal sealed class GarnetInstance : RedisInstance
{
    private GarnetServer? _server;

    public GarnetInstance()
    {
        int port = FreePort();
        Address = $"127.0.0.1:{port}";
        _server = new GarnetServer(new GarnetServerOptions(null)
        {
            EndPoints = [new IPEndPoint(IPAddress.Loopback, port)],
            QuietMode = true,
            PageSize = "4m",
            LogMemorySize = "64m",
        });
        _server.Start();
    }

    public override string Address { get; }

    public override ValueTask StopAsync()
    {
        Interlocked.Exchange(ref _server, null)?.Dispose();
        return ValueTask.CompletedTask;
    }
}
#endif
