using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.MetricSpot;

public sealed class PdfDownloadTests
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nConnection: close\r\n";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_bytes_arrive_as_they_are(bool refit)
    {
        using var stub = new StubbedClient();
        byte[] file = [.. Encoding.ASCII.GetBytes("%PDF-1.7\n"), .. Enumerable.Range(0, 256).Select(static i => (byte)i)];
        stub.Service.Answer(file, "application/pdf");

        await using Stream stream = refit
            ? await stub.Get<IMetricSpotApi>().DownloadPdfAsync("9876")
            : await stub.MetricSpot.DownloadPdfAsync("9876");

        Assert.Equal(file, await ReadAsync(stream));
    }

    [Fact]
    public async Task The_beginning_is_handed_on_before_the_end_is_sent()
    {
        var beginningSeen = new TaskCompletionSource();
        await using var server = new RawServer(async (_, socket) =>
        {
            await SendAsync(socket, Head + "Content-Length: 10\r\n\r\nfirst");
            await beginningSeen.Task;
            await SendAsync(socket, "last!");
        });

        await using Stream stream = await TestClient.Create(server.Address).MetricSpot.DownloadPdfAsync("9876");
        var beginning = new byte[5];
        await stream.ReadExactlyAsync(beginning);
        beginningSeen.SetResult();

        Assert.Equal("first", Encoding.ASCII.GetString(beginning));
        Assert.Equal("last!", Encoding.ASCII.GetString(await ReadAsync(stream)));
    }

    [Theory]
    [InlineData(2048, true)]
    [InlineData(2049, false)]
    public async Task A_file_may_be_as_large_as_the_settings_say(int size, bool allowed)
    {
        using var stub = new StubbedClient(static options => options.MetricSpot.MaxResponseBytes = 2048);
        stub.Service.Answer(new byte[size], "application/pdf");
        await using Stream stream = await stub.MetricSpot.DownloadPdfAsync("9876");

        if (allowed)
        {
            Assert.Equal(size, (await ReadAsync(stream)).Length);
            return;
        }

        var exception = await Assert.ThrowsAsync<SeoAuditResponseException>(() => ReadAsync(stream));
        Assert.Contains("MaxResponseBytes", exception.Message, StringComparison.Ordinal);
        Assert.Equal((AuditService.MetricSpot, "DownloadPdf"), (exception.Service!.Value, exception.Operation));
    }

    [Fact]
    public async Task A_stall_ends_in_a_timeout()
    {
        var time = new FakeTimeProvider();
        await using var server = new RawServer(static async (_, socket) =>
        {
            await SendAsync(socket, Head + "Content-Length: 10\r\n\r\nfirst");
            await socket.ReceiveAsync(new byte[1]);
        });
        ISeoAuditClient client = TestClient.Create(server.Address, time);
        await using Stream stream = await client.MetricSpot.DownloadPdfAsync("9876");
        await stream.ReadExactlyAsync(new byte[5]);

        var exception = await Assert.ThrowsAsync<SeoAuditTimeoutException>(
            () => time.RunAsync(() => stream.ReadAsync(new byte[5]).AsTask(), step: 1));

        Assert.Equal((TimeoutKind.Idle, TimeSpan.FromSeconds(60)), (exception.Kind, exception.Timeout));
        Assert.Equal((true, AuditService.MetricSpot, "DownloadPdf"), (exception.IsTransient, exception.Service!.Value, exception.Operation));
    }

    [Fact]
    public async Task A_slow_reader_is_not_a_stall()
    {
        var time = new FakeTimeProvider();
        using var stub = new StubbedClient(time: time);
        stub.Service.Answer("%PDF"u8.ToArray(), "application/pdf");
        await using Stream stream = await stub.MetricSpot.DownloadPdfAsync("9876");

        time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(4, (await ReadAsync(stream)).Length);
    }

    [Fact]
    public async Task A_lost_connection_is_a_transient_failure()
    {
        await using var server = new RawServer(static (_, socket) =>
            SendAsync(socket, Head + "Content-Length: 10\r\n\r\nfirst"));
        await using Stream stream = await TestClient.Create(server.Address).MetricSpot.DownloadPdfAsync("9876");

        var exception = await Assert.ThrowsAsync<SeoAuditException>(() => ReadAsync(stream));

        Assert.Equal((true, "DownloadPdf"), (exception.IsTransient, exception.Operation));
        Assert.IsAssignableFrom<IOException>(exception.InnerException);
    }

    [Fact]
    public async Task A_reader_who_gives_up_is_cancelled_and_nothing_else()
    {
        await using var server = new RawServer(static async (_, socket) =>
        {
            await SendAsync(socket, Head + "Content-Length: 10\r\n\r\n");
            await socket.ReceiveAsync(new byte[1]);
        });
        await using Stream stream = await TestClient.Create(server.Address).MetricSpot.DownloadPdfAsync("9876");
        using var cancel = new CancellationTokenSource();

        Task<int> reading = stream.ReadAsync(new byte[5], cancel.Token).AsTask();
        await cancel.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(cancel.Token, exception.CancellationToken);
    }

    [Theory]
    [InlineData(200, "application/json", typeof(SeoAuditResponseException))]
    [InlineData(202, "application/json; charset=utf-8", typeof(SeoAuditResponseException))]
    [InlineData(200, "text/html", typeof(SeoAuditResponseException))]
    [InlineData(200, null, typeof(SeoAuditResponseException))]
    [InlineData(409, "application/json", typeof(SeoAuditConflictException))]
    [InlineData(404, "application/json", typeof(SeoAuditNotFoundException))]
    public async Task A_pdf_asked_for_too_early_is_never_taken_for_one(int status, string? contentType, Type type)
    {
        const string body = """{"id":9876,"status":"queued"}""";
        using var stub = new StubbedClient();
        stub.Service.Answer(body, status, contentType);

        var exception = await Assert.ThrowsAnyAsync<SeoAuditException>(() => stub.MetricSpot.DownloadPdfAsync("9876"));

        Assert.Equal((type, status, body), (exception.GetType(), (int)exception.StatusCode!, exception.ResponseBody));
    }

    [Fact]
    public async Task No_content_is_no_pdf()
    {
        using var stub = new StubbedClient();
        stub.Service.AnswerNothing(204);

        var exception = await Assert.ThrowsAsync<SeoAuditResponseException>(() => stub.MetricSpot.DownloadPdfAsync("9876"));

        Assert.Equal(HttpStatusCode.NoContent, exception.StatusCode);
    }

    private static Task<int> SendAsync(Socket socket, string text) => socket.SendAsync(Encoding.ASCII.GetBytes(text));

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}
