using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SeoAudit.Client.Tests.Support;

/// <summary>A loopback server that sees a request's very bytes and answers with whatever bytes a test writes, or stops half way.</summary>
internal sealed class ByteServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _requests = new();

    public ByteServer(Func<Stream, Task> answer)
    {
        _listener.Start();
        _ = AcceptAsync(answer);
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}/");

    /// <summary>The requests as they came, without their bodies.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    public static Task WriteAsync(Stream connection, string text) => connection.WriteAsync(Encoding.Latin1.GetBytes(text)).AsTask();

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync(Func<Stream, Task> answer)
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync();
                _ = ServeAsync(client, answer);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client, Func<Stream, Task> answer)
    {
        using (client)
        {
            NetworkStream connection = client.GetStream();
            var request = new StringBuilder();
            var buffer = new byte[1];
            while (!request.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await connection.ReadAsync(buffer) > 0)
            {
                request.Append((char)buffer[0]);
            }

            _requests.Enqueue(request.ToString());
            await answer(connection);
        }
    }
}
