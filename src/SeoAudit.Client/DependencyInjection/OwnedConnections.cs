using System.Collections.Concurrent;

namespace SeoAudit.Client.DependencyInjection;

/// <summary>The connections that a container has opened, closed with it: <see cref="IHttpClientFactory"/> never closes them.</summary>
internal sealed class OwnedConnections : IDisposable
{
    private readonly ConcurrentBag<SocketsHttpHandler> _handlers = [];

    public void Add(SocketsHttpHandler handler) => _handlers.Add(handler);

    public void Dispose()
    {
        foreach (SocketsHttpHandler handler in _handlers)
        {
            handler.Dispose();
        }
    }
}
