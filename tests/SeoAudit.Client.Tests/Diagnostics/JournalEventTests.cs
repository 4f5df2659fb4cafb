using System.Net;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging;
using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Tests.Bulk;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Diagnostics;

/// <summary>What a run says of an earlier one whose journal it goes on with.</summary>
public sealed class JournalEventTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".jsonl");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task What_is_in_the_journal_is_counted_as_that()
    {
        await using var app = new TelemetryApp(Answers.For);
        var options = new BulkAuditOptions { JournalPath = _path };
        await app.Client.AuditPagesAsync(BulkHarness.Pages(3), options, Stop).CollectAsync();
        using MetricCollector<long> audits = app.Counter(Instruments.Audits);

        await app.Client.AuditPagesAsync(BulkHarness.Pages(4), options, Stop).CollectAsync();

        Assert.Equal(["audited SeoPeek: 1", "journal SeoPeek: 3"], audits.InWords(), StringComparer.Ordinal);
        Assert.Empty(app.Logged);
    }

    [Fact]
    public async Task What_an_earlier_run_had_queued_is_told()
    {
        var isDown = true;
        var options = new BulkAuditOptions { JournalPath = _path, Service = AuditService.MetricSpot };
        using var given = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await using (var first = new TelemetryApp(QueueThenStop, static options => (options.MetricSpot.Spacing, options.MetricSpot.MaxRetries) = (TimeSpan.Zero, 0)))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => first.RunAsync(() => first.Client.AuditPagesAsync(BulkHarness.Pages(1), options, given.Token).CollectAsync()));
        }

        await using var failing = new TelemetryApp(
            (_, _) => Task.FromResult(ScriptedHandler.Json("{}", HttpStatusCode.Forbidden)),
            static options => (options.MetricSpot.Spacing, options.MetricSpot.MaxRetries) = (TimeSpan.Zero, 0),
            LogLevel.Information);
        await failing.RunAsync(() => failing.Client.AuditPagesAsync(BulkHarness.Pages(1), options, Stop).CollectAsync());

        isDown = false;
        await using var recovering = new TelemetryApp(
            (request, _) => Task.FromResult(Answer(request)), static options => options.MetricSpot.Spacing = TimeSpan.Zero, LogLevel.Information);
        List<PageAuditOutcome> outcomes = await recovering.RunAsync(
            () => recovering.Client.AuditPagesAsync(BulkHarness.Pages(1), options, Stop).CollectAsync());

        Assert.Equal([(510, LogLevel.Information), (511, LogLevel.Warning)], Ids(failing).Take(2));
        Assert.Equal("What an earlier run had queued at MetricSpot could not be brought home (SeoAuditAuthenticationException); the next run will look again.", failing.Logged[1].Message);
        Assert.Equal([(510, LogLevel.Information)], Ids(recovering));
        Assert.Equal("A bulk run brings home 1 operations that an earlier run had queued.", recovering.Logged[0].Message);
        Assert.True(Assert.Single(outcomes).IsSuccess);

        // Whoever polls has its id, and the journal too.
        HttpResponseMessage QueueThenStop(HttpRequestMessage request)
        {
            if (request.Method == HttpMethod.Get)
            {
                given.Cancel();
            }

            return Answer(request);
        }

        HttpResponseMessage Answer(HttpRequestMessage request) => request.Method == HttpMethod.Post
            ? ScriptedHandler.Json(Audit("queued"), HttpStatusCode.Accepted)
            : request.RequestUri!.AbsolutePath.EndsWith("/audits", StringComparison.Ordinal)
                ? ScriptedHandler.Json(Answers.NoAudits)
                : ScriptedHandler.Json(Audit(isDown ? "running" : "completed"));
    }

    private static string Audit(string status) => $$"""
        {"audit":{"id":1,"url":"https://example.com/0","status":"{{status}}","score":80,"created_at":"2026-03-12T12:00:00Z"},"findings":[],"plan":"pro"}
        """;

    private static IEnumerable<(int, LogLevel)> Ids(TelemetryApp app) => app.Logged.Select(static record => (record.Id.Id, record.Level));
}
