using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SeoAudit.Client.Tests.Support;

/// <summary>A bare HTTP server on loopback: answers each request with what a function makes of its head.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, byte[]> _answer;
    private readonly List<string> _requests = [];
    private readonly List<Task> _connections = [];
    private readonly Task _accepting;
    private int _accepted;

    public LoopbackServer(Func<string, byte[]> answer)
    {
        _answer = answer;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>How many connections were opened.</summary>
    public int Connections => Volatile.Read(ref _accepted);

    /// <summary>Ends when the first client has closed its connection.</summary>
    public TaskCompletionSource FirstClosed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    public static byte[] Answer(string status, string headers, byte[] body) =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\n{headers}\r\n"), .. body];

    public static byte[] Answer(string status, string headers = "", string body = "") => Answer(status, headers, Encoding.UTF8.GetBytes(body));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections);
        _stop.Dispose();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
                Interlocked.Increment(ref _accepted);
            }
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                var head = new StringBuilder();
                var buffer = new byte[4096];
                for (int read; (read = await stream.ReadAsync(buffer, _stop.Token)) > 0;)
                {
                    head.Append(Encoding.ASCII.GetString(buffer, 0, read));
                    if (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
                    {
                        continue;
                    }

                    lock (_requests)
                    {
                        _requests.Add(head.ToString());
                    }

                    await stream.WriteAsync(_answer(head.ToString()), _stop.Token);
                    head.Clear();
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException)
            {
                // The other side, or the test, is through.
            }

            FirstClosed.TrySetResult();
        }
    }
}
