using System.Text;
using SeoAudit.Emulator.Tests.Support;

namespace SeoAudit.Emulator.Tests.MetricSpot;

public sealed class PdfTests
{
    [Fact]
    public async Task A_pdf_is_queued_rendered_and_handed_out()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        int audit = await test.FinishAuditAsync();

        Answer queued = await QueueAsync(test, audit, """{"language":"de","brand_id":7}""");
        int id = queued.Int("pdf", "id");
        Answer early = await GetPdfAsync(test, id, "application/pdf");
        test.Clock.Advance(TimeSpan.FromMilliseconds(200));
        Answer ready = await GetPdfAsync(test, id);
        Answer file = await GetPdfAsync(test, id, "application/pdf");

        Assert.Equal(201, queued.Status);
        Assert.Equal("queued", queued.Text("pdf", "status"));
        Assert.NotEqual(audit, id);
        Assert.Equal("application/json", early.ContentType);
        Assert.Equal("queued", early.Text("pdf", "status"));
        Assert.Equal("ready", ready.Text("pdf", "status"));
        Assert.Equal("application/pdf", file.ContentType);
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(file.Body), StringComparison.Ordinal);
        Assert.Contains(test.Emulator.Ledger.Creations, creation => creation.Operation == LedgerOperation.Pdf);
    }

    [Fact]
    public async Task Asking_again_makes_no_second_file()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        int audit = await test.FinishAuditAsync();

        int first = (await QueueAsync(test, audit)).Int("pdf", "id");
        int again = (await QueueAsync(test, audit, """{"language":"en","brand_id":null}""")).Int("pdf", "id");
        int other = (await QueueAsync(test, audit, """{"language":"fr"}""")).Int("pdf", "id");

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Theory]
    [InlineData(PdfResponseShape.Nested, """{"pdf":{"id":5001,"status":"queued"}}""", """{"pdf":{"id":5001,"status":"queued"}}""")]
    [InlineData(PdfResponseShape.Flat, """{"id":5001,"status":"queued"}""", """{"id":5001,"status":"queued"}""")]
    [InlineData(PdfResponseShape.IdOnly, """{"pdf_id":5001}""", """{"pdf_id":5001,"status":"queued"}""")]
    public async Task The_answer_can_have_several_forms(PdfResponseShape shape, string queued, string status)
    {
        await using TestEmulator test = await TestEmulator.StartAsync(options => options.MetricSpot.PdfResponseShape = shape);
        int audit = await test.FinishAuditAsync();

        Assert.Equal(queued, Encoding.UTF8.GetString((await QueueAsync(test, audit)).Body));
        Assert.Equal(status, Encoding.UTF8.GetString((await GetPdfAsync(test, 5001)).Body));
    }

    [Fact]
    public async Task A_signed_address_needs_no_key_and_ends()
    {
        await using TestEmulator test = await TestEmulator.StartAsync(
            options => options.MetricSpot.PdfResponseShape = PdfResponseShape.Url);
        int audit = await test.FinishAuditAsync();

        Answer queued = await QueueAsync(test, audit);
        string path = new Uri(queued.Text("pdf_url")).AbsolutePath;
        Assert.Equal("queued", queued.Text("status"));
        Assert.Equal(409, (await test.GetAsync(path)).Status);
        test.Clock.Advance(TimeSpan.FromSeconds(1));
        Answer again = await QueueAsync(test, audit);
        Answer file = await test.GetAsync(path);

        Assert.Equal("ready", again.Text("status"));
        Assert.Equal(queued.Text("pdf_url"), again.Text("pdf_url"));
        Assert.Equal("application/pdf", file.ContentType);
        Assert.Equal(404, (await test.GetAsync("/metricspot/files/other.pdf")).Status);
        test.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(404, (await test.GetAsync(path)).Status);
        Assert.NotEqual(path, new Uri((await QueueAsync(test, audit)).Text("pdf_url")).AbsolutePath, StringComparer.Ordinal);
    }

    [Fact]
    public async Task An_audit_that_has_not_completed_has_no_pdf()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        int audit = (await test.AuditAsync("https://example.com/")).Int("audit", "id");

        Assert.Equal(409, (await QueueAsync(test, audit)).Status);
    }

    [Theory]
    [InlineData("""{"language":"nl"}""")]
    [InlineData("""{"language":7}""")]
    [InlineData("""{"brand_id":{}}""")]
    [InlineData("nonsense")]
    public async Task A_bad_body_is_refused(string body)
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        int audit = await test.FinishAuditAsync();

        Assert.Equal(400, (await QueueAsync(test, audit, body)).Status);
    }

    [Theory]
    [InlineData(MetricSpotEmulatorPlan.Free, null, 403)]
    [InlineData(MetricSpotEmulatorPlan.Starter, null, 201)]
    [InlineData(MetricSpotEmulatorPlan.Starter, """{"brand_id":7}""", 403)]
    [InlineData(MetricSpotEmulatorPlan.Pro, """{"brand_id":7}""", 201)]
    public async Task Plans_differ(MetricSpotEmulatorPlan plan, string? body, int status)
    {
        await using TestEmulator test = await TestEmulator.StartAsync(options => options.MetricSpot.DefaultPlan = plan);
        int audit = await test.FinishAuditAsync();

        Assert.Equal(status, (await QueueAsync(test, audit, body)).Status);
    }

    [Fact]
    public async Task A_foreign_pdf_is_forbidden_and_an_unknown_one_not_found()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        int id = (await QueueAsync(test, await test.FinishAuditAsync())).Int("pdf", "id");

        Assert.Equal(403, (await test.GetAsync($"/metricspot/api/pdfs/{id}", MetricSpotCalls.OtherKey)).Status);
        Assert.Equal(404, (await GetPdfAsync(test, id + 1)).Status);
    }

    private static Task<Answer> QueueAsync(TestEmulator test, int audit, string? body = null) =>
        test.PostAsync($"{MetricSpotCalls.Audits}/{audit}/pdf", body, MetricSpotCalls.Key);

    private static Task<Answer> GetPdfAsync(TestEmulator test, int id, string? accept = null) =>
        test.GetAsync($"/metricspot/api/pdfs/{id}", MetricSpotCalls.Key, accept);
}
