using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Faults;

/// <summary>The faults of the matrix that are played on real sockets.</summary>
internal static class SocketFaults
{
    public const string Refused = "connection refused";
    public const string Distrusted = "TLS failure";
    public const string Moved = "302 to the same host";
    public const string MovedElsewhere = "307 to another host";

    /// <summary>Those that a server can answer with; each says whether the connection stays open.</summary>
    public static IReadOnlyDictionary<string, Func<SocketCaller, Socket, MatrixEndpoint, Task<bool>>> Answers { get; } =
        new Dictionary<string, Func<SocketCaller, Socket, MatrixEndpoint, Task<bool>>>(StringComparer.Ordinal)
        {
            ["reset before headers"] = static (_, socket, _) => Reset(socket),
            ["closed before headers"] = static (_, _, _) => Task.FromResult(false),
            ["reset mid-body"] = static async (caller, socket, endpoint) =>
            {
                await SendHalfAsync(caller, socket, endpoint);
                return await Reset(socket);
            },
            ["closed mid-body"] = static (_, socket, endpoint) => SendAsync(socket, $"{Ok(endpoint)}Content-Length: 1000\r\n\r\n{{", isOpen: false),
            ["slow headers"] = static async (caller, socket, _) =>
            {
                await caller.StallAsync(socket);
                return false;
            },
            ["stall mid-body"] = static async (caller, socket, endpoint) =>
            {
                await SendHalfAsync(caller, socket, endpoint);
                await caller.StallAsync(socket);
                return false;
            },
            ["chunk error"] = static (_, socket, endpoint) =>
                SendAsync(socket, $"{Ok(endpoint)}Transfer-Encoding: chunked\r\n\r\n1\r\n{{\r\nno length\r\n"),
            ["not HTTP"] = static (_, socket, _) => SendAsync(socket, "SSH-2.0-OpenSSH\r\n\r\n"),
            ["101"] = static (_, socket, _) =>
                SendAsync(socket, "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n", isOpen: false),
            ["204"] = static (_, socket, _) => SendAsync(socket, "HTTP/1.1 204 No Content\r\n\r\n"),
            ["600"] = static (_, socket, _) => SendAsync(socket, "HTTP/1.1 600 What\r\nContent-Length: 2\r\n\r\n{}"),
            ["999"] = static (_, socket, _) => SendAsync(socket, "HTTP/1.1 999 What\r\nContent-Length: 2\r\n\r\n{}"),
            ["502"] = static (_, socket, _) => SendAsync(socket, "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 2\r\n\r\n{}"),
            ["429, `Retry-After: 7`"] = static (_, socket, _) =>
                SendAsync(socket, "HTTP/1.1 429 Slow Down\r\nRetry-After: 7\r\nContent-Length: 2\r\n\r\n{}"),
            // The platform waits two seconds for more of what it could not unpack, unless the connection ends.
            ["broken gzip"] = static (_, socket, endpoint) =>
                SendAsync(socket, $"{Ok(endpoint)}Content-Encoding: gzip\r\nContent-Length: 15\r\n\r\nthis is no gzip", isOpen: false),
            ["gzip bomb"] = static async (_, socket, endpoint) =>
            {
                byte[] bomb = Bomb();
                await SendAsync(socket, $"{Ok(endpoint)}Content-Encoding: gzip\r\nContent-Length: {bomb.Length}\r\n\r\n");
                await socket.SendAsync(bomb);
                return false;
            },
        };

    /// <summary>All of them: those that are answered with, and those that have tests of their own.</summary>
    public static IEnumerable<string> Played => Answers.Keys.Concat([Refused, Distrusted, Moved, MovedElsewhere]);

    public static Task<bool> SendGoodAsync(Socket socket, MatrixEndpoint endpoint) => SendAsync(
        socket, $"{Ok(endpoint)}Content-Length: {Encoding.UTF8.GetByteCount(endpoint.Good)}\r\n\r\n{endpoint.Good}");

    public static async Task<bool> SendAsync(Socket socket, string text, bool isOpen = true)
    {
        await socket.SendAsync(Encoding.UTF8.GetBytes(text));
        return isOpen;
    }

    private static string Ok(MatrixEndpoint endpoint) => $"HTTP/1.1 200 OK\r\nContent-Type: {endpoint.MediaType}\r\n";

    // Once the headers have been read, nothing that follows can be taken for a fault before them.
    private static async Task SendHalfAsync(SocketCaller caller, Socket socket, MatrixEndpoint endpoint)
    {
        await SendAsync(socket, $"{Ok(endpoint)}{SocketCaller.Announced}: yes\r\nContent-Length: 1000\r\n\r\n{{");
        await caller.AnnouncedAsync();
    }

    private static Task<bool> Reset(Socket socket)
    {
        RawServer.Reset(socket);
        return Task.FromResult(false);
    }

    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var megabyte = new byte[1024 * 1024];
            for (var count = 0; count < 100; count++)
            {
                gzip.Write(megabyte);
            }
        }

        return packed.ToArray();
    }
}
