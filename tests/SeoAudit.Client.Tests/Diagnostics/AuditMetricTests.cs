using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Bulk;
using SeoAudit.Client.Tests.Caching;
using SeoAudit.Client.Tests.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Diagnostics;

public sealed class AuditMetricTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Audits_are_counted_by_what_became_of_them()
    {
        using var caller = new CancellationTokenSource();
        await using var app = new TelemetryApp(
            async (request, stop) =>
            {
                string page = Answers.AuditedPage(request).AbsolutePath;
                if (page == "/never")
                {
                    await caller.CancelAsync();
                    await Task.Delay(Timeout.Infinite, stop);
                }

                return page == "/bad" ? ScriptedHandler.Json("{}", HttpStatusCode.BadRequest) : Answers.For(request);
            });
        using MetricCollector<long> audits = app.Counter(Instruments.Audits);

        await app.Client.AuditPageAsync(new Uri("https://example.com/1"), cancellationToken: Stop);
        await app.Client.AuditPageAsync(new Uri("https://example.com/2"), cancellationToken: Stop);
        await Assert.ThrowsAsync<SeoAuditValidationException>(() => app.Client.AuditPageAsync(new Uri("https://example.com/bad"), cancellationToken: Stop));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => app.Client.AuditPageAsync(new Uri("https://example.com/never"), cancellationToken: caller.Token));

        Assert.Equal(
            ["SeoAuditValidationException failed SeoPeek: 1", "audited SeoPeek: 2", "cancelled SeoPeek: 1"],
            audits.InWords().Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Pages_of_a_bulk_run_are_counted_one_by_one()
    {
        var asked = 0;
        await using var app = new TelemetryApp(request => ++asked > 3
            ? ScriptedHandler.Json("""{"message":"spent"}""", HttpStatusCode.PaymentRequired)
            : Answers.For(request));
        using MetricCollector<long> audits = app.Counter(Instruments.Audits);

        List<PageAuditOutcome> outcomes = await app.Client.AuditPagesAsync(BulkHarness.Pages(5), new() { MaxConcurrency = 1 }, Stop).CollectAsync();

        Assert.Equal(2, outcomes.Count(static outcome => outcome.Status == OutcomeStatus.NotAttempted));
        Assert.Equal(["SeoAuditQuotaException not_attempted SeoPeek: 2", "audited SeoPeek: 3"], audits.InWords(), StringComparer.Ordinal);
        Assert.Equal([501], app.Logged.Where(static record => record.Id.Id >= 500).Select(static record => record.Id.Id));
    }

    [Fact]
    public async Task Polls_and_waits_are_measured()
    {
        var polls = 0;
        await using var app = new TelemetryApp(
            request => request.RequestUri!.AbsolutePath.EndsWith("/results", StringComparison.Ordinal)
                ? ScriptedHandler.Json(SeogentSamples.Results)
                : ++polls == 2
                    ? ScriptedSeogent.Failure(HttpStatusCode.ServiceUnavailable)
                    : ScriptedSeogent.State(polls < 4 ? "crawling" : "completed"),
            static options => options.Seogent.MaxRetries = 0);
        using MetricCollector<long> polled = app.Counter(Instruments.Polls);
        using MetricCollector<double> waits = app.Duration(Instruments.WaitDuration);

        await app.RunAsync(() => app.Client.Seogent.GetScan("s").WaitForCompletionAsync(cancellationToken: Stop));
        await Assert.ThrowsAsync<SeoAuditTimeoutException>(() => app.RunAsync(
            () =>
            {
                polls = int.MinValue;
                return app.Client.Seogent.GetScan("t").WaitForCompletionAsync(new WaitOptions { Timeout = TimeSpan.FromSeconds(3) }, Stop);
            }));

        Assert.Equal("SeoAuditException Seogent: 1", polled.InWords().First());
        Assert.InRange(polled.GetMeasurementSnapshot().Sum(static measurement => measurement.Value), 4 + 2, 4 + 4);
        Assert.Equal([null, "SeoAuditTimeoutException"], waits.GetMeasurementSnapshot().Select(static wait => wait.Tags.GetValueOrDefault(TelemetryTag.ErrorType)));
        Assert.All(waits.GetMeasurementSnapshot(), static wait => Assert.InRange(wait.Value, 3, 60));
        Assert.Equal([400, 401], app.Logged.Where(static record => record.Id.Id >= 400).Select(static record => record.Id.Id));
    }

    [Fact]
    public async Task Credits_are_told_as_they_were_last_seen()
    {
        var balance = 500;
        await using var app = new TelemetryApp(_ => ScriptedHandler.Json($$"""{"balance":{{balance--}}}"""));
        await app.Client.Seogent.GetCreditsAsync(Stop);
        using MetricCollector<long> credits = app.Counter(Instruments.CreditsRemaining);

        credits.RecordObservableInstruments();
        await app.Client.Seogent.GetCreditsAsync(Stop);
        credits.RecordObservableInstruments();

        Assert.Equal([500, 499], credits.GetMeasurementSnapshot().Select(static measurement => measurement.Value));
        Assert.All(credits.GetMeasurementSnapshot(), static measurement => Assert.Equal("Seogent", measurement.Tags["seoaudit.service"]));
    }

    [Fact]
    public async Task Credits_are_told_by_account()
    {
        using var handler = new ScriptedHandler(Answers.For);
        var services = new ServiceCollection();
        services.AddKeyedSeoAudit("a", static options => options.Seogent.ApiToken = TestClient.SeogentKey).On(handler);
        services.AddKeyedSeoAudit("b", static options => options.Seogent.ApiToken = TestClient.SeogentKey).On(handler);
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredKeyedService<ISeoAuditClient>("a").Seogent.GetCreditsAsync(Stop);
        Assert.NotNull(provider.GetRequiredKeyedService<ISeoAuditClient>("b"));
        using var credits = new MetricCollector<long>(
            provider.GetRequiredService<IMeterFactory>(), SeoAuditTelemetry.MeterName, Instruments.CreditsRemaining.Name);

        credits.RecordObservableInstruments();

        Assert.Equal(["a Seogent: 500"], credits.InWords(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task An_audit_from_the_cache_is_counted_as_that()
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using var app = new CachingApp(handler);
        using var audits = new MetricCollector<long>(
            app.Services.GetRequiredService<IMeterFactory>(), SeoAuditTelemetry.MeterName, Instruments.Audits.Name);
        // The instruments are there once there is a client.
        Assert.NotNull(app.Client);

        await app.AuditAsync(BulkHarness.Page(0));
        await app.AuditAsync(BulkHarness.Page(0));
        await app.Client.AuditPagesAsync(BulkHarness.Pages(2), cancellationToken: Stop).CollectAsync();

        Assert.Equal(["audited SeoPeek: 2", "cached SeoPeek: 2"], audits.InWords(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Credits_that_nobody_has_asked_for_are_not_told()
    {
        await using var app = new TelemetryApp(Answers.For);
        Assert.NotNull(app.Client);
        using MetricCollector<long> credits = app.Counter(Instruments.CreditsRemaining);

        credits.RecordObservableInstruments();

        Assert.Empty(credits.GetMeasurementSnapshot());
    }

    [Fact]
    public async Task Creations_that_are_not_plain_are_counted_and_logged()
    {
        await using var app = new TelemetryApp(Answers.For);
        using MetricCollector<long> resent = app.Counter(Instruments.CreationsResent);
        using MetricCollector<long> adopted = app.Counter(Instruments.CreationsAdopted);
        using MetricCollector<long> unknown = app.Counter(Instruments.CreationsUnknown);
        var events = new CreationEvents(app.Services.GetRequiredService<ClientTelemetry>());

        events.Resent(AuditService.Seogent, "CreateScan", RetryReason.Connection, TimeSpan.FromSeconds(2), 1);
        events.Resent(AuditService.Seogent, "CreateScan", "words of a service", TimeSpan.FromSeconds(2), 2);
        events.Adopted(AuditService.MetricSpot, "CreateAudit", "17");
        events.OutcomeUnknown(AuditService.MetricSpot, "CreatePdf", new HttpRequestException("words"));

        Assert.Equal(["CreateScan connection Seogent: 1", "CreateScan other Seogent: 1"], resent.InWords(), StringComparer.Ordinal);
        Assert.Equal(["CreateAudit MetricSpot: 1"], adopted.InWords(), StringComparer.Ordinal);
        Assert.Equal(["HttpRequestException CreatePdf MetricSpot: 1"], unknown.InWords(), StringComparer.Ordinal);
        Assert.Equal([300, 300, 301, 302], app.Logged.Select(static record => record.Id.Id));
        Assert.DoesNotContain(app.Logged, static record => record.Message.Contains("words", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_became_of_lost_answers_is_told_call_by_call()
    {
        TelemetryApp? running = null;
        var lists = new Queue<Func<HttpResponseMessage>>(
        [
            static () => ScriptedHandler.Json(Scans(string.Empty)),
            () => ScriptedHandler.Json(Scans(
                $$"""{"scan_id":"17","domain":"example.com","source":"api","status":"pending","crawl_mode":"Discover","created_at":"{{running!.Time.GetUtcNow():O}}"}""")),
            static () => ScriptedHandler.Json("{}", HttpStatusCode.Forbidden),
        ]);
        await using var app = running = new TelemetryApp(
            request => request.Method == HttpMethod.Get
                ? lists.Dequeue()()
                : throw new HttpRequestException(HttpRequestError.ResponseEnded, "reset"),
            static options => options.Seogent.ApiToken = "sk_lost_answers");
        using MetricCollector<long> resent = app.Counter(Instruments.CreationsResent);
        using MetricCollector<long> adopted = app.Counter(Instruments.CreationsAdopted);
        using MetricCollector<long> unknown = app.Counter(Instruments.CreationsUnknown);
        var request = ScanRequest.ForDomain("example.com", 10);

        ScanOperation scan = await app.RunAsync(() => app.Client.Seogent.StartScanAsync(request, Stop));
        await Assert.ThrowsAsync<SeoAuditOutcomeUnknownException>(() => app.RunAsync(() => app.Client.Seogent.StartScanAsync(request, Stop)));

        Assert.Equal("17", scan.Id);
        Assert.Equal(["CreateScan connection Seogent: 1"], resent.InWords(), StringComparer.Ordinal);
        Assert.Equal(["CreateScan Seogent: 1"], adopted.InWords(), StringComparer.Ordinal);
        Assert.Single(unknown.InWords());

        static string Scans(string row) => "{\"data\":[" + row + """],"meta":{"current_page":1,"last_page":1,"per_page":20,"total":1}}""";
    }
}
