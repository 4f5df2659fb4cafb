using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SeoAudit.Emulator.Tests.Support;

/// <summary>Takes webhooks on loopback, answering each with the next of the given statuses.</summary>
internal sealed class HookReceiver : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    public HookReceiver(params int[] statuses)
    {
        _listener.Start();
        _loop = AcceptAsync(statuses);
    }

    public List<string> Bodies { get; } = [];

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/hook");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task AcceptAsync(int[] statuses)
    {
        try
        {
            for (int i = 0; ; i++)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await using NetworkStream stream = client.GetStream();
                string body = await ReadAsync(stream);
                lock (Bodies)
                    Bodies.Add(body);
                int status = statuses[Math.Min(i, statuses.Length - 1)];
                byte[] answer = Encoding.ASCII.GetBytes($"HTTP/1.1 {status} X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                await stream.WriteAsync(answer, _stop.Token);
            }
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
        }
    }

    private async Task<string> ReadAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        int length = 0;
        while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } line)
        {
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(line.AsSpan(15), provider: null);
        }

        char[] body = new char[length];
        await reader.ReadBlockAsync(body, _stop.Token);
        return new string(body);
    }
}
