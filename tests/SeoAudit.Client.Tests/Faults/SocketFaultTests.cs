using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SeoAudit.Client.DependencyInjection;
using SeoAudit.Client.Http;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Faults;

/// <summary>The faults of connections once more, on real sockets: the same rules hold, and no connection is left open.</summary>
public sealed class SocketFaultTests
{
    private static readonly string[] Called =
    [
        nameof(ISeoPeekApi.AuditAsync), nameof(ISeoPeekApi.CreateKeyAsync),
        nameof(ISeogentApi.GetCreditsAsync), nameof(ISeogentApi.CreateScanAsync), nameof(ISeogentApi.CancelScanAsync),
        nameof(IMetricSpotApi.GetAuditAsync), nameof(IMetricSpotApi.CreateAuditAsync), nameof(IMetricSpotApi.CreatePdfAsync),
        nameof(IMetricSpotApi.DownloadPdfAsync), nameof(IPublicDownloader.DownloadAsync),
    ];

    private static readonly Dictionary<string, Func<Socket, MatrixEndpoint, Task<bool>>> Answers = new(StringComparer.Ordinal)
    {
        ["reset before headers"] = static (socket, _) =>
        {
            RawServer.Reset(socket);
            return Task.FromResult(false);
        },
        ["closed before headers"] = static (_, _) => Task.FromResult(false),
        ["closed mid-body"] = static (socket, endpoint) => SendAsync(socket, $"{Ok(endpoint)}Content-Length: 1000\r\n\r\n{{", isOpen: false),
        ["chunk error"] = static (socket, endpoint) =>
            SendAsync(socket, $"{Ok(endpoint)}Transfer-Encoding: chunked\r\n\r\n1\r\n{{\r\nno length\r\n"),
        ["not HTTP"] = static (socket, _) => SendAsync(socket, "SSH-2.0-OpenSSH\r\n\r\n"),
        ["101"] = static (socket, _) =>
            SendAsync(socket, "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n", isOpen: false),
        ["204"] = static (socket, _) => SendAsync(socket, "HTTP/1.1 204 No Content\r\n\r\n"),
        ["600"] = static (socket, _) => SendAsync(socket, "HTTP/1.1 600 What\r\nContent-Length: 2\r\n\r\n{}"),
        ["999"] = static (socket, _) => SendAsync(socket, "HTTP/1.1 999 What\r\nContent-Length: 2\r\n\r\n{}"),
        ["502"] = static (socket, _) => SendAsync(socket, "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 2\r\n\r\n{}"),
        ["429, `Retry-After: 7`"] = static (socket, _) =>
            SendAsync(socket, "HTTP/1.1 429 Slow Down\r\nRetry-After: 7\r\nContent-Length: 2\r\n\r\n{}"),
        // The platform waits two seconds for more of what it could not unpack, unless the connection ends.
        ["broken gzip"] = static (socket, endpoint) =>
            SendAsync(socket, $"{Ok(endpoint)}Content-Encoding: gzip\r\nContent-Length: 15\r\n\r\nthis is no gzip", isOpen: false),
        ["gzip bomb"] = static async (socket, endpoint) =>
        {
            byte[] bomb = Bomb();
            await SendAsync(socket, $"{Ok(endpoint)}Content-Encoding: gzip\r\nContent-Length: {bomb.Length}\r\n\r\n");
            await socket.SendAsync(bomb);
            return false;
        },
    };

    private readonly FaultClock _clock = new();

    public static TheoryData<string> Faults => [.. Answers.Keys];

    private static IEnumerable<MatrixEndpoint> Endpoints => MatrixEndpoints.All.Where(static endpoint => Called.Contains(endpoint.Method));

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_on_the_wire_ends_as_in_the_table(string name)
    {
        foreach (MatrixEndpoint endpoint in Endpoints)
        {
            Cell expected = FaultRules.For(FaultMatrix.Faults.Single(fault => fault.Name == name), endpoint);
            await using var server = new FaultServer(endpoint, Answers[name]);

            Exception? thrown = await CallAsync(endpoint, server.Address);

            Check(endpoint, expected, thrown);
            Assert.Equal((endpoint, expected.Attempts * Sendings(name, endpoint)), (endpoint, server.Attempts));
            Assert.Equal((endpoint, 0), (endpoint, await server.LeftOpenAsync()));
        }
    }

    [Theory]
    [InlineData("302 to the same host", false)]
    [InlineData("307 to another host", true)]
    public async Task A_redirect_is_followed_by_plain_downloads_only(string name, bool toAnother)
    {
        foreach (MatrixEndpoint endpoint in Endpoints)
        {
            await using var other = new FaultServer(endpoint, SendGoodAsync);
            var asked = 0;
            await using var server = new FaultServer(endpoint, (socket, called) => asked++ > 0
                ? SendGoodAsync(socket, called)
                : SendAsync(socket, $"HTTP/1.1 {name[..3]} Elsewhere\r\nLocation: {(toAnother ? other.Address : "/elsewhere")}\r\nContent-Length: 0\r\n\r\n"));

            Exception? thrown = await CallAsync(endpoint, server.Address);

            bool isFollowed = endpoint.Column == EndpointColumn.Download;
            Cell expected = isFollowed ? Cell.Succeeds : FaultRules.For(FaultMatrix.Faults.Single(fault => fault.Name == name), endpoint);
            Check(endpoint, expected, thrown);
            Assert.Equal(isFollowed && toAnother ? 1 : 0, other.Attempts);
            Assert.Equal(isFollowed && !toAnother ? 2 : 1, server.Attempts);
            Assert.Equal((endpoint, 0), (endpoint, await server.LeftOpenAsync()));
        }
    }

    [Fact]
    public async Task Interim_answers_are_passed_over()
    {
        foreach (MatrixEndpoint endpoint in Endpoints)
        {
            await using var server = new FaultServer(endpoint, static async (socket, called) =>
            {
                await SendAsync(socket, "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
                return await SendGoodAsync(socket, called);
            });

            Assert.Null(await CallAsync(endpoint, server.Address));

            Assert.Equal((endpoint, 1), (endpoint, server.Attempts));
            Assert.Equal((endpoint, 0), (endpoint, await server.LeftOpenAsync()));
        }
    }

    [Fact]
    public async Task Nobody_listening_is_a_refusal()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var address = new Uri($"http://{free.LocalEndpoint}/");
        free.Stop();
        foreach (MatrixEndpoint endpoint in Endpoints)
        {
            Check(endpoint, FaultRules.For(FaultMatrix.Faults.Single(static fault => fault.Name == "connection refused"), endpoint), await CallAsync(endpoint, address));
        }
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_not_trusted()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        foreach (MatrixEndpoint endpoint in Endpoints)
        {
            await using var server = new FaultServer(endpoint, SendGoodAsync, certificate);

            Exception? thrown = await CallAsync(endpoint, server.Address);

            Check(endpoint, FaultRules.For(FaultMatrix.Faults.Single(static fault => fault.Name == "TLS failure"), endpoint), thrown);
            Assert.Equal((endpoint, 1), (endpoint, server.Attempts));
            Assert.Equal((endpoint, 0), (endpoint, await server.LeftOpenAsync()));
        }
    }

    // A request without a body that is met by the end of the connection and nothing else is sent three times more by the platform.
    private static int Sendings(string name, MatrixEndpoint endpoint) =>
        name == "closed before headers" && endpoint.Column <= EndpointColumn.Download ? 4 : 1;

    private static void Check(MatrixEndpoint endpoint, Cell expected, Exception? thrown)
    {
        Assert.True(
            (expected.Thrown, expected.IsTransient) == (thrown?.GetType(), (thrown as SeoAuditException)?.IsTransient ?? false),
            $"{endpoint}: {expected}, but {thrown}");
        Assert.Equal((endpoint, expected.Attempts), (endpoint, (thrown as SeoAuditException)?.Attempts ?? expected.Attempts));
    }

    private static string Ok(MatrixEndpoint endpoint) => $"HTTP/1.1 200 OK\r\nContent-Type: {endpoint.MediaType}\r\n";

    private static Task<bool> SendGoodAsync(Socket socket, MatrixEndpoint endpoint) => SendAsync(
        socket, $"{Ok(endpoint)}Content-Length: {Encoding.UTF8.GetByteCount(endpoint.Good)}\r\n\r\n{endpoint.Good}");

    private static async Task<bool> SendAsync(Socket socket, string text, bool isOpen = true)
    {
        await socket.SendAsync(Encoding.UTF8.GetBytes(text));
        return isOpen;
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

    // Nothing is pooled any longer than the client lives.
    private async Task<Exception?> CallAsync(MatrixEndpoint endpoint, Uri address)
    {
        await using ServiceProvider services = TestClient.Services(handler: null, _clock, options =>
        {
            options.SeoPeek.BaseAddress = address;
            options.Seogent.BaseAddress = address;
            options.MetricSpot.BaseAddress = address;
            options.MetricSpot.Spacing = TimeSpan.Zero;
        });
        var client = services.GetRequiredService<ISeoAuditClient>();
        IPublicDownloader downloader = services.GetRequiredKeyedService<ClientSet>(null).Downloader;
        return await Record.ExceptionAsync(() => _clock.RunAsync(() => endpoint.Column == EndpointColumn.Download
            ? MatrixEndpoints.DownloadAsync(downloader, address)
            : endpoint.Call(client, downloader)));
    }
}
