using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.MetricSpot;

public sealed class PdfShapeTests : IDisposable
{
    private readonly StubbedClient _stub = new();

    public void Dispose() => _stub.Dispose();

    [Theory]
    [InlineData("""{"pdf":{"id":9876,"status":"queued"}}""", "9876", "queued", null)]
    [InlineData("""{"pdf":{"pdf_id":"p-1","status":"queued","pdf_url":"https://f.example/1"}}""", "p-1", "queued", "https://f.example/1")]
    [InlineData("""{"pdf":{"id":9876.0,"url":"https://f.example/1"}}""", "9876", "queued", "https://f.example/1")]
    [InlineData("""{"id":9876,"status":"queued"}""", "9876", "queued", null)]
    [InlineData("""{"id":"9876","status":"ready"}""", "9876", "ready", null)]
    [InlineData("""{"pdf_id":9876}""", "9876", "queued", null)]
    [InlineData("""{"id":12345,"pdf_id":9876}""", "9876", "queued", null)]
    [InlineData("""{"pdf":{"id":9876},"id":12345,"status":"processing"}""", "9876", "processing", null)]
    [InlineData("""{"pdf_url":"https://f.example/1","status":"ready"}""", null, "ready", "https://f.example/1")]
    [InlineData("""{"url":"https://f.example/2","status":null}""", null, "queued", "https://f.example/2")]
    [InlineData("""{"pdf_url":"https://f.example/1","url":"https://f.example/2"}""", null, "queued", "https://f.example/1")]
    [InlineData("""{"pdf":null,"id":null,"pdf_id":null}""", null, "queued", null)]
    public async Task Every_shape_says_id_status_and_address(string body, string? id, string status, string? url)
    {
        _stub.Service.Answer(body);

        MetricSpotPdf created = (await _stub.Get<IMetricSpotApi>().CreatePdfAsync("12345", new PdfRequest())).ToPdf();
        MetricSpotPdf asked = await _stub.MetricSpot.GetPdfAsync("9876");

        Assert.Equal((id, status, url), (created.Id, created.Status.Value, created.Url));
        Assert.Equal((id, status, url), (asked.Id, asked.Status.Value, asked.Url));
    }

    [Theory]
    [InlineData("""{"pdf":{"id":9876,"status":"queued"}}""", "9876")]
    [InlineData("""{"id":"p-1","status":"queued"}""", "p-1")]
    [InlineData("""{"pdf_id":9876}""", "9876")]
    public async Task A_queued_pdf_goes_by_its_own_id(string body, string id)
    {
        _stub.Service.Answer(body);

        PdfOperation operation = await _stub.MetricSpot.QueuePdfAsync("12345");

        Assert.Equal(id, operation.Id);
        Assert.Equal(PdfStatus.Queued, operation.Status);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"status":"queued"}""")]
    [InlineData("""{"pdf":{"id":"../x"}}""")]
    [InlineData("""{"id":""}""")]
    [InlineData("""{"url":"/pdfs/1.pdf"}""")]
    [InlineData("""{"url":"file:///etc/hosts"}""")]
    [InlineData("""{"url":"not an address"}""")]
    [InlineData("""{"url":"file://\u202e/x"}""")]
    [InlineData("""{"pdf":{"id":true}}""")]
    public async Task A_pdf_that_cannot_be_asked_for_is_a_response_exception(string body)
    {
        _stub.Service.Answer(body);

        var thrown = await Assert.ThrowsAnyAsync<SeoAuditException>(() => _stub.MetricSpot.QueuePdfAsync("12345"));
        var exception = Assert.IsType<SeoAuditResponseException>(thrown.OwnCause());

        Assert.Equal(AuditService.MetricSpot, exception.Service);
        Assert.Equal("CreatePdf", exception.Operation);
    }

    [Theory]
    [InlineData("ready", true, false)]
    [InlineData("READY", true, false)]
    [InlineData("completed", true, false)]
    [InlineData("Complete", true, false)]
    [InlineData("failed", false, true)]
    [InlineData("ERROR", false, true)]
    [InlineData("queued", false, false)]
    [InlineData("rendering", false, false)]
    [InlineData("", false, false)]
    public async Task A_status_is_ready_failed_or_still_being_made(string status, bool ready, bool failed)
    {
        _stub.Service.Answer($$"""{"id":9876,"status":"{{status}}"}""");

        PdfStatus read = (await _stub.MetricSpot.GetPdfAsync("9876")).Status;

        Assert.Equal((status, ready, failed), (read.Value, read.IsReady, read.IsFailed));
    }

    [Theory]
    [InlineData(409, typeof(SeoAuditConflictException))]
    [InlineData(402, typeof(SeoAuditQuotaException))]
    [InlineData(403, typeof(SeoAuditAuthenticationException))]
    public async Task A_refusal_is_typed(int status, Type type)
    {
        _stub.Service.Answer("""{"error":"Not now","message":"The audit is not completed."}""", status);

        var exception = await Assert.ThrowsAnyAsync<SeoAuditException>(() => _stub.MetricSpot.QueuePdfAsync("12345"));

        Assert.Equal((type, "The audit is not completed."), (exception.GetType(), exception.ServiceMessage));
    }
}
