using System.Net.Http.Headers;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Http;

/// <summary>What a file is refused for while it is read, asynchronously or not.</summary>
public sealed class DownloadBoundsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_is_empty_is_none(bool isAsync)
    {
        Exception? fault = await ReadAsync(Stream.Null, isAsync);

        Assert.Equal(
            "MetricSpot DownloadPdf answered 200 with a file of type application/pdf that is empty.", Assert.IsType<SeoAuditResponseException>(fault).Message);
    }

    [Theory]
    [InlineData(true, 1024, false)]
    [InlineData(false, 1024, false)]
    [InlineData(true, 1025, true)]
    [InlineData(false, 1025, true)]
    public async Task A_file_may_be_as_long_as_is_allowed_and_no_longer(bool isAsync, int length, bool isRefused)
    {
        Exception? fault = await ReadAsync(new MemoryStream(new byte[length]), isAsync);

        Assert.Equal(
            isRefused ? "The download is larger than the 1024 bytes that MaxResponseBytes allows." : null,
            fault?.Message);
        Assert.Equal(isRefused ? AuditService.MetricSpot : null, (fault as SeoAuditResponseException)?.Service);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Asking_for_nothing_is_no_end(bool isAsync)
    {
        using var handler = new ScriptedHandler(static _ => Pdf(Stream.Null));
        await using Stream file = await TestClient.Create(handler).MetricSpot.DownloadPdfAsync("1", Stop);

        Assert.Equal(0, await ReadOnceAsync(file, [], isAsync));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_breaks_off_is_a_typed_error(bool isAsync)
    {
        Exception? fault = await ReadAsync(new BrokenOff(), isAsync);

        Assert.IsType<IOException>(Assert.IsAssignableFrom<SeoAuditException>(fault).InnerException);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_was_closed_is_not_called_broken(bool isAsync)
    {
        using var handler = new ScriptedHandler(static _ => Pdf(new MemoryStream(new byte[10])));
        Stream file = await TestClient.Create(handler).MetricSpot.DownloadPdfAsync("1", Stop);
        await file.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => ReadOnceAsync(file, new byte[1], isAsync));
    }

    private static async Task<Exception?> ReadAsync(Stream body, bool isAsync)
    {
        using var handler = new ScriptedHandler(_ => Pdf(body));
        ISeoAuditClient client = TestClient.Create(handler, configure: static options => options.MetricSpot.MaxResponseBytes = 1024);
        await using Stream file = await client.MetricSpot.DownloadPdfAsync("1", Stop);
        return await Record.ExceptionAsync(async () =>
        {
            while (await ReadOnceAsync(file, new byte[512], isAsync) > 0)
            {
            }
        });
    }

    private static async Task<int> ReadOnceAsync(Stream file, byte[] buffer, bool isAsync) =>
#pragma warning disable CA1849, MA0042 // What apps may do.
        isAsync ? await file.ReadAsync(buffer, Stop) : file.Read(buffer);
#pragma warning restore CA1849, MA0042

    private static HttpResponseMessage Pdf(Stream body) =>
        new() { Content = new StreamContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } } };

    private sealed class BrokenOff : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new IOException("reset");

        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("reset");

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("reset");
    }
}
