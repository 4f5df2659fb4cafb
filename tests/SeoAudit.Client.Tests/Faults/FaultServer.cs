using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SeoAudit.Client.Tests.Faults;

/// <summary>A service on loopback whose answers are written byte by byte, and that knows which connections are still open.</summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private static readonly TimeSpan RealLimit = TimeSpan.FromSeconds(60);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly MatrixEndpoint _endpoint;
    private readonly Func<Socket, MatrixEndpoint, Task<bool>> _answer;
    private readonly X509Certificate2? _certificate;
    private readonly List<Task> _connections = [];
    private readonly Task _accepting;
    private int _attempts;

    /// <param name="endpoint">What is called.</param>
    /// <param name="answer">Answers, and says whether the connection stays open.</param>
    /// <param name="certificate">What it proves who it is with; null for plain HTTP.</param>
    public FaultServer(MatrixEndpoint endpoint, Func<Socket, MatrixEndpoint, Task<bool>> answer, X509Certificate2? certificate = null)
    {
        (_endpoint, _answer, _certificate) = (endpoint, answer, certificate);
        _listener.Start();
        Address = new Uri($"{(certificate is null ? "http" : "https")}://{_listener.LocalEndpoint}/");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    public int Attempts => Volatile.Read(ref _attempts);

    /// <summary>Waits until the clients have closed all their connections.</summary>
    /// <returns>How many they have not.</returns>
    public async Task<int> LeftOpenAsync()
    {
        Task[] connections;
        lock (_connections)
        {
            connections = [.. _connections];
        }

        await Task.WhenAny(Task.WhenAll(connections), Task.Delay(RealLimit));
        return connections.Count(static connection => !connection.IsCompleted);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_connections);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptSocketAsync(_stop.Token);
                lock (_connections)
                {
                    _connections.Add(ServeAsync(socket));
                }
            }
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            // The test is through.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                if (_certificate is not null)
                {
                    Interlocked.Increment(ref _attempts);
                    await using var tls = new SslStream(new NetworkStream(socket));
                    await tls.AuthenticateAsServerAsync(_certificate);
                    await tls.CopyToAsync(Stream.Null, _stop.Token);
                    return;
                }

                for (var isOpen = true; isOpen && await ReadRequestAsync(socket) is { } method;)
                {
                    isOpen = await AnswerAsync(socket, method);
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException or AuthenticationException)
            {
                // The client went away, which is what some answers are made for.
            }
        }
    }

    private async Task<bool> AnswerAsync(Socket socket, string method)
    {
        if (_endpoint.List is { } list && method == "GET")
        {
            string json = list(null);
            await socket.SendAsync(Encoding.UTF8.GetBytes(
                $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {json.Length}\r\n\r\n{json}"));
            return true;
        }

        Interlocked.Increment(ref _attempts);
        return await _answer(socket, _endpoint);
    }

    /// <returns>The method; null where the client has closed the connection.</returns>
    private async Task<string?> ReadRequestAsync(Socket socket)
    {
        var request = new StringBuilder();
        var buffer = new byte[8192];
        while (true)
        {
            int read = await socket.ReceiveAsync(buffer, _stop.Token);
            if (read == 0)
            {
                return null;
            }

            string text = request.Append(Encoding.ASCII.GetString(buffer, 0, read)).ToString();
            int head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (head >= 0 && text.Length - head - 4 >= ContentLength(text[..head]))
            {
                return text[..text.IndexOf(' ', StringComparison.Ordinal)];
            }
        }
    }

    private static int ContentLength(string head) => head.Split("\r\n")
        .Where(static line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
        .Select(static line => int.Parse(line["Content-Length:".Length..], CultureInfo.InvariantCulture))
        .FirstOrDefault();
}
