using System.Net;

namespace SeoAudit.Client.DependencyInjection;

/// <summary>
/// The system's proxy, but not for loopback: keys go there over plain http, which a proxy taken from the environment would carry
/// to another host.
/// </summary>
internal sealed class RemoteProxy : IWebProxy
{
    public ICredentials? Credentials
    {
        get => HttpClient.DefaultProxy.Credentials;
        set => throw new NotSupportedException("The credentials are those of the system's proxy.");
    }

    public Uri? GetProxy(Uri destination) => destination.IsLoopback ? null : HttpClient.DefaultProxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || HttpClient.DefaultProxy.IsBypassed(host);
}
