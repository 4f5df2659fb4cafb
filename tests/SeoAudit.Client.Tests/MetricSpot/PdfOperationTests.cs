using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.MetricSpot;

public sealed class PdfOperationTests : IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    private readonly FakeTimeProvider _time = new();
    private readonly List<DateTimeOffset> _polls = [];
    private readonly ScriptedHandler _handler;
    private readonly DateTimeOffset _start;
    private string _queued = """{"id":9876,"status":"queued"}""";
    private Func<int, string> _status = static _ => "rendering";

    public PdfOperationTests()
    {
        _start = _time.GetUtcNow();
        _handler = new ScriptedHandler(request =>
        {
            if (request.Method == HttpMethod.Post)
            {
                return ScriptedHandler.Json(_queued, HttpStatusCode.Accepted);
            }

            if (!request.Headers.Accept.ToString().Contains("json", StringComparison.Ordinal))
            {
                var file = new ByteArrayContent("%PDF"u8.ToArray());
                file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
                return new HttpResponseMessage { Content = file };
            }

            _polls.Add(_time.GetUtcNow());
            return ScriptedHandler.Json($$"""{"id":9876,"status":"{{_status(_polls.Count)}}"}""");
        });
    }

    public void Dispose() => _handler.Dispose();

    [Theory]
    [InlineData("ready")]
    [InlineData("completed")]
    [InlineData("Complete")]
    public async Task A_wait_ends_in_the_file_which_is_got_once(string ready)
    {
        _status = poll => poll < 6 ? "rendering" : ready;
        PdfOperation operation = await Client().QueuePdfAsync("12345");

        await using Stream file = await WaitAsync(operation);

        Assert.Equal("%PDF"u8.ToArray(), await ReadAsync(file));
        Assert.Equal(1 + 6 + 1, _handler.Requests.Count);
        Assert.All(_handler.Requests.Skip(1), static request => Assert.Equal((HttpMethod.Get, "/api/pdfs/9876"), (request.Method, request.Url.AbsolutePath)));
        Assert.Equal("application/pdf", _handler.Requests[^1].Accept);
        Assert.All(_handler.Requests, static request => Assert.Equal($"Bearer {TestClient.MetricSpotKey}", request.Key));
        Assert.InRange(_polls[0] - _start, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3) + Step);
        foreach (var (earlier, later) in _polls.Zip(_polls.Skip(1)))
        {
            Assert.InRange(later - earlier, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3) + Step);
        }
    }

    [Fact]
    public async Task A_pdf_is_taken_up_by_another_client_from_its_id_alone()
    {
        string id = (await Client().QueuePdfAsync("12345")).Id;
        _status = static _ => "ready";

        await using Stream file = await WaitAsync(Client().GetPdfOperation(id));

        Assert.Equal("%PDF"u8.ToArray(), await ReadAsync(file));
        Assert.Equal(_start, Assert.Single(_polls), Step);
    }

    [Theory]
    [InlineData("failed")]
    [InlineData("error")]
    public async Task A_failed_pdf_is_an_exception_with_all_that_is_known(string status)
    {
        _status = _ => status;
        PdfOperation operation = await Client().QueuePdfAsync("12345");

        var exception = await Assert.ThrowsAsync<AuditFailedException>(() => WaitAsync(operation));

        Assert.Equal(("9876", status, AuditService.MetricSpot), (exception.OperationId, exception.Status, exception.Service!.Value));
        Assert.Equal(status, Assert.IsType<MetricSpotPdf>(exception.Result).Status.Value);
    }

    [Fact]
    public async Task A_deadline_is_a_timeout_with_the_id_to_go_on_from()
    {
        PdfOperation operation = await Client().QueuePdfAsync("12345");

        var exception = await Assert.ThrowsAsync<SeoAuditTimeoutException>(() => WaitAsync(operation));

        Assert.Equal((TimeoutKind.Wait, "9876", TimeSpan.FromMinutes(1)), (exception.Kind, exception.OperationId, exception.Timeout));
    }

    [Theory]
    [InlineData("""{"pdf_url":"https://files.example/report.pdf?sig=a%2Fb&x=1","status":"ready"}""")]
    [InlineData("""{"pdf":{"url":"https://files.example/report.pdf?sig=a%2Fb&x=1"}}""")]
    public async Task An_address_alone_is_downloaded_from_without_the_key(string queued)
    {
        _queued = queued;

        await using Stream file = await WaitAsync(await Client().QueuePdfAsync("12345"));

        Assert.Equal("%PDF"u8.ToArray(), await ReadAsync(file));
        Assert.Empty(_polls);
        SentRequest download = _handler.Requests[^1];
        Assert.Equal(("https://files.example/report.pdf?sig=a%2Fb&x=1", null), (download.Url.AbsoluteUri, download.Key));
    }

    [Fact]
    public async Task An_address_alone_of_a_failed_pdf_is_not_downloaded_from()
    {
        _queued = """{"url":"https://files.example/report.pdf","status":"failed"}""";
        PdfOperation operation = await Client().QueuePdfAsync("12345");

        await Assert.ThrowsAsync<AuditFailedException>(() => WaitAsync(operation));

        Assert.Single(_handler.Requests);
    }

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private IMetricSpotClient Client() =>
        TestClient.Create(_handler, _time, static options => options.MetricSpot.MaxRetries = 0).MetricSpot;

    private Task<Stream> WaitAsync(PdfOperation operation) =>
        _time.RunAsync(() => operation.WaitForCompletionAsync(), Step.TotalSeconds);
}
