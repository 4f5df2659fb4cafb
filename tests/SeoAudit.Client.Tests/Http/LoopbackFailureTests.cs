using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Http;

public sealed class LoopbackFailureTests
{
    private const string Good = """{"balance":1}""";

    [Fact]
    public async Task Three_failures_on_closing_connections_are_got_over()
    {
        await using var server = new RawServer(
            (number, socket) => socket.SendAsync(number <= 3 ? RawServer.Status(503) : RawServer.Ok(Good)));

        Assert.Equal(1, (await Client(server.Address).GetCreditsAsync()).Balance);
        Assert.Equal(4, server.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"balance\":")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"bal\r\n")]
    public async Task A_connection_lost_at_any_point_is_retried_for_a_read_and_not_for_a_post(string sent)
    {
        foreach (bool reset in new[] { true, false })
        {
            await using var server = new RawServer(async (number, socket) =>
            {
                if (number % 2 == 0)
                {
                    await socket.SendAsync(RawServer.Ok(Good));
                    return;
                }

                await socket.SendAsync(Encoding.ASCII.GetBytes(sent));
                if (reset)
                {
                    RawServer.Reset(socket);
                }
            });
            ISeogentClient client = Client(server.Address);

            Assert.Equal(1, (await client.GetCreditsAsync()).Balance);
            Assert.Equal(2, server.Requests);
            var exception = await Assert.ThrowsAsync<SeoAuditException>(() => client.CancelScanAsync("s"));
            Assert.True(exception.IsTransient);
            Assert.Equal(3, server.Requests);
        }
    }

    [Fact]
    public async Task A_refused_connection_is_retried_and_then_reported()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var address = new Uri($"http://{free.LocalEndpoint}/");
        free.Stop();

        var exception = await Assert.ThrowsAsync<SeoAuditException>(() => Client(address).GetCreditsAsync());

        Assert.Equal(4, exception.Attempts);
        Assert.True(exception.IsTransient);
        Assert.IsType<HttpRequestException>(exception.InnerException);
    }

    [Fact]
    public async Task What_is_not_http_is_unreadable_and_not_retried()
    {
        await using var server = new RawServer((_, socket) => socket.SendAsync("SSH-2.0-OpenSSH\r\n\r\n"u8.ToArray()));

        await Assert.ThrowsAsync<SeoAuditResponseException>(() => Client(server.Address).GetCreditsAsync());

        Assert.Equal(1, server.Requests);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task An_answer_larger_than_allowed_is_not_read(bool compressed, bool withLength)
    {
        byte[] body = Body(compressed);
        await using var server = new RawServer(async (_, socket) =>
        {
            string headers = (compressed ? "Content-Encoding: gzip\r\n" : "") + (withLength ? $"Content-Length: {body.Length}\r\n" : "");
            await socket.SendAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nConnection: close\r\n{headers}\r\n"));
            await socket.SendAsync(body);
        });
        ISeogentClient client = TestClient.Create(server.Address, configure: options => options.Seogent.MaxResponseBytes = 64 * 1024).Seogent;

        var exception = await Assert.ThrowsAsync<SeoAuditResponseException>(() => client.GetCreditsAsync());

        Assert.Contains("65536", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task A_gzip_body_is_read_and_a_broken_one_is_unreadable()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Good));
        }

        byte[] header = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Encoding: gzip\r\n\r\n");
        await using var server = new RawServer((number, socket) =>
            socket.SendAsync((byte[])[.. header, .. number == 1 ? packed.ToArray() : "this is no gzip"u8.ToArray()]));
        ISeogentClient client = Client(server.Address);

        Assert.Equal(1, (await client.GetCreditsAsync()).Balance);
        await Assert.ThrowsAsync<SeoAuditResponseException>(() => client.GetCreditsAsync());
    }

    [Fact]
    public async Task Earlier_answers_are_disposed()
    {
        var bodies = new List<RecordedContent>();
        using var handler = new ScriptedHandler(_ =>
        {
            Assert.All(bodies, body => Assert.True(body.Disposed));
            bodies.Add(new RecordedContent(Good));
            return new HttpResponseMessage(bodies.Count <= 3 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK) { Content = bodies[^1] };
        });
        ISeogentClient client = TestClient.Create(handler, configure: Quick).Seogent;

        await client.GetCreditsAsync();

        Assert.Equal(4, bodies.Count);
        Assert.All(bodies, body => Assert.True(body.Disposed));
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Found)]
    [InlineData(HttpStatusCode.NoContent)]
    public async Task The_answer_behind_an_exception_is_disposed(HttpStatusCode status)
    {
        var body = new RecordedContent(string.Empty);
        using var handler = new ScriptedHandler(_ => new HttpResponseMessage(status) { Content = body });

        await Assert.ThrowsAnyAsync<SeoAuditException>(() => TestClient.Create(handler).Seogent.GetCreditsAsync());

        Assert.True(body.Disposed);
    }

    private static ISeogentClient Client(Uri server) => TestClient.Create(server, configure: Quick).Seogent;

    private static void Quick(SeoAuditOptions options) => options.Seogent.RetryDelay = TimeSpan.FromMilliseconds(1);

    private static byte[] Body(bool compressed)
    {
        var plain = new byte[8 * 1024 * 1024];
        if (!compressed)
        {
            return plain;
        }

        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(plain);
        }

        return packed.ToArray();
    }
}
