using System.Collections.Concurrent;
using System.Net.Sockets;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Cancellation.Callers;

/// <summary>What goes between one client and the services, over whichever of its connections.</summary>
internal sealed class BusyTraffic
{
    private readonly InFlightCount _underWay = new();
    private readonly InFlightCount _atServer = new();
    private readonly ConcurrentDictionary<string, bool> _lost = new(StringComparer.Ordinal);
    private int _most;
    private int _connections;
    private int _losses;
    private int _queued;

    public int UnderWay => _underWay.Count;

    /// <summary>How many were under way at once, at most.</summary>
    public int Most => Volatile.Read(ref _most);

    /// <summary>How many are where no simulated time passes.</summary>
    public int AtServer => _atServer.Count;

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>How many answers were lost.</summary>
    public int Losses => Volatile.Read(ref _losses);

    /// <summary>How many requests were sent that queue an audit of MetricSpot.</summary>
    public int Queued => Volatile.Read(ref _queued);

    public void CountQueued() => Interlocked.Increment(ref _queued);

    public void Begin()
    {
        _underWay.Begin();
        int count = _underWay.Count;
        for (int most = Most; count > most; most = Most)
        {
            Interlocked.CompareExchange(ref _most, count, most);
        }
    }

    public void End() => _underWay.End();

    public async Task<T> AtServerAsync<T>(Func<Task<T>> send)
    {
        _atServer.Begin();
        try
        {
            return await send();
        }
        finally
        {
            _atServer.End();
        }
    }

    /// <summary>Whether a request is to be lost: each that says so is, the first time.</summary>
    public bool Loses(string body, string word)
    {
        bool isLost = body.Contains(word, StringComparison.Ordinal) && _lost.TryAdd(body, true);
        Interlocked.Add(ref _losses, isLost ? 1 : 0);
        return isLost;
    }

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _connections);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
