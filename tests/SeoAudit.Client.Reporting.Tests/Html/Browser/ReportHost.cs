using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SeoAudit.Client.Reporting.Tests.Html.Browser;

/// <summary>Serves one report on loopback, with the policy of a host.</summary>
internal sealed class ReportHost : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _serving;

    public ReportHost(string html, string policy, string contentType = "text/html")
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}/");
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _serving = ServeAsync(Encoding.UTF8.GetBytes(html), policy, contentType);
    }

    public Uri Address { get; }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync(byte[] html, string policy, string contentType)
    {
        try
        {
            while (true)
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                context.Response.ContentType = contentType;
                context.Response.Headers["Content-Security-Policy"] = policy;
                await context.Response.OutputStream.WriteAsync(html);
                context.Response.Close();
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
