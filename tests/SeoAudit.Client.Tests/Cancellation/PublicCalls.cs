using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Tests.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Cancellation;

/// <summary>All public asynchronous methods, each with a call of it.</summary>
internal static class PublicCalls
{
    private const string Id = "12345";

    private static readonly Uri Page = ScriptedServices.Page;

    private static readonly ScanRequest Scan = ScanRequest.ForDomain("example.com", 10);

    private static readonly Uri Sitemap = new(ScriptedServices.Address, "sitemap.xml");

    public static IReadOnlyList<PublicCall> All { get; } = [.. Clients(), .. WireInterfaces(), .. Operations(), .. Facade(), .. Jobs(), .. Creations()];

    private static IEnumerable<PublicCall> Clients() =>
    [
        Of<ISeoPeekClient>("AuditAsync(Uri)", static (client, stop) => client.AuditAsync(Page, stop)),
        Of<ISeoPeekClient>("CreateKeyAsync(String)", static (client, stop) => client.CreateKeyAsync("a@example.com", stop)),
        Of<ISeoPeekClient>("GetHealthAsync()", static (client, stop) => client.GetHealthAsync(stop)),
        Of<ISeogentClient>("StartScanAsync(ScanRequest)", static (client, stop) => client.StartScanAsync(Scan, stop)),
        Of<ISeogentClient>("GetScanStateAsync(String)", static (client, stop) => client.GetScanStateAsync(Id, stop)),
        Of<ISeogentClient>("GetResultsAsync(String, ScanQuery, String)", static (client, stop) => client.GetResultsAsync(Id, cancellationToken: stop)),
        Of<ISeogentClient>("GetReportAsync(String, ScanQuery)", static (client, stop) => client.GetReportAsync(Id, cancellationToken: stop)),
        Of<ISeogentClient>("CancelScanAsync(String)", static (client, stop) => client.CancelScanAsync(Id, stop)),
        Of<ISeogentClient>("ListDomainsAsync()", static (client, stop) => client.ListDomainsAsync(stop)),
        Of<ISeogentClient>("GetCreditsAsync()", static (client, stop) => client.GetCreditsAsync(stop)),
        new("ISeogentClient.GetPagesAsync(String, ScanQuery)", static (scene, stop) =>
            scene.ReadAsync(scene.Client.Seogent.GetPagesAsync(Id, new ScanQuery { Prefetch = false }, stop), stop)),
        new("ISeogentClient.ListScansAsync(Boolean)", static (scene, stop) =>
            scene.ReadAsync(scene.Client.Seogent.ListScansAsync(prefetch: false, stop), stop)),
        Of<IMetricSpotClient>("QueueAuditAsync(Uri)", static (client, stop) => client.QueueAuditAsync(Page, stop)),
        Of<IMetricSpotClient>("GetAuditAsync(String)", static (client, stop) => client.GetAuditAsync(Id, stop)),
        Of<IMetricSpotClient>("ListAuditsAsync()", static (client, stop) => client.ListAuditsAsync(stop)),
        Of<IMetricSpotClient>("RunAnonymousAuditAsync(Uri)", static (client, stop) => client.RunAnonymousAuditAsync(Page, stop)),
        Of<IMetricSpotClient>("QueuePdfAsync(String, PdfRequest)", static (client, stop) => client.QueuePdfAsync(Id, cancellationToken: stop)),
        Of<IMetricSpotClient>("GetPdfAsync(String)", static (client, stop) => client.GetPdfAsync(Id, stop)),
        Of<IMetricSpotClient>("DownloadPdfAsync(String)", static (client, stop) => ReadAsync(client.DownloadPdfAsync(Id, stop), stop)),
        Of<IMetricSpotClient>("GetOrganicTrafficAsync(String)", static (client, stop) => client.GetOrganicTrafficAsync(Id, stop)),
    ];

    private static IEnumerable<PublicCall> WireInterfaces() =>
    [
        Of<ISeoPeekApi>("AuditAsync(String)", static (api, stop) => api.AuditAsync(Page.AbsoluteUri, stop)),
        Of<ISeoPeekApi>("CreateKeyAsync(SeoPeekKeyRequest)", static (api, stop) => api.CreateKeyAsync(new SeoPeekKeyRequest("a@example.com"), stop)) with { IsSentOnce = true },
        Of<ISeoPeekApi>("GetHealthAsync()", static (api, stop) => api.GetHealthAsync(stop)),
        Of<ISeogentApi>("CreateScanAsync(ScanRequest)", static (api, stop) => api.CreateScanAsync(Scan, stop)) with { IsSentOnce = true },
        Of<ISeogentApi>("GetScanAsync(String)", static (api, stop) => api.GetScanAsync(Id, stop)),
        Of<ISeogentApi>(
            "GetResultsAsync(String, String, String, Nullable<Int32>, String)",
            static (api, stop) => api.GetResultsAsync(Id, cancellationToken: stop)),
        Of<ISeogentApi>("ListScansAsync(Nullable<Int32>)", static (api, stop) => api.ListScansAsync(1, stop)),
        Of<ISeogentApi>("CancelScanAsync(String)", static (api, stop) => api.CancelScanAsync(Id, stop)) with { IsSentOnce = true },
        Of<ISeogentApi>("ListDomainsAsync()", static (api, stop) => api.ListDomainsAsync(stop)),
        Of<ISeogentApi>("GetCreditsAsync()", static (api, stop) => api.GetCreditsAsync(stop)),
        Of<IMetricSpotApi>("CreateAuditAsync(AuditRequest)", static (api, stop) => api.CreateAuditAsync(new AuditRequest(Page.AbsoluteUri), stop)) with { IsSentOnce = true },
        Of<IMetricSpotApi>("GetAuditAsync(String)", static (api, stop) => api.GetAuditAsync(Id, stop)),
        Of<IMetricSpotApi>("ListAuditsAsync()", static (api, stop) => api.ListAuditsAsync(stop)),
        Of<IMetricSpotApi>("RunAnonymousAuditAsync(AuditRequest)", static (api, stop) => api.RunAnonymousAuditAsync(new AuditRequest(Page.AbsoluteUri), stop)) with { IsSentOnce = true },
        Of<IMetricSpotApi>("CreatePdfAsync(String, PdfRequest)", static (api, stop) => api.CreatePdfAsync(Id, new PdfRequest(), stop)) with { IsSentOnce = true },
        Of<IMetricSpotApi>("GetPdfAsync(String)", static (api, stop) => api.GetPdfAsync(Id, stop)),
        Of<IMetricSpotApi>("DownloadPdfAsync(String)", static (api, stop) => ReadAsync(api.DownloadPdfAsync(Id, stop), stop)),
        Of<IMetricSpotApi>("GetOrganicTrafficAsync(String)", static (api, stop) => api.GetOrganicTrafficAsync(Id, stop)),
    ];

    private static IEnumerable<PublicCall> Operations()
    {
        const string Update = "AuditOperation<TResult>.UpdateStatusAsync()";
        const string Wait = "AuditOperation<TResult>.WaitForCompletionAsync(WaitOptions)";
        return
        [
            new("ScanOperation.CancelAsync()", static (scene, stop) => scene.Client.Seogent.GetScan(Id).CancelAsync(stop)),
            new(Update, static (scene, stop) => scene.Client.Seogent.GetScan(Id).UpdateStatusAsync(stop)) { Case = "a scan" },
            new(Update, static (scene, stop) => scene.Client.MetricSpot.GetAuditOperation(Id).UpdateStatusAsync(stop)) { Case = "an audit" },
            new(Update, static (scene, stop) => scene.Client.MetricSpot.GetPdfOperation(Id).UpdateStatusAsync(stop)) { Case = "a PDF" },
            new(Wait, static (scene, stop) => scene.Client.Seogent.GetScan(Id).WaitForCompletionAsync(cancellationToken: stop)) { Case = "a scan" },
            new(Wait, static (scene, stop) => scene.Client.MetricSpot.GetAuditOperation(Id).WaitForCompletionAsync(cancellationToken: stop)) { Case = "an audit" },
            new(Wait, static (scene, stop) => ReadAsync(scene.Client.MetricSpot.GetPdfOperation(Id).WaitForCompletionAsync(cancellationToken: stop), stop)) { Case = "a PDF" },
            new(Wait, static async (scene, stop) =>
            {
                ScanReport report = await new ScanOperation(scene.Client.Seogent, SeogentSamples.Id, timeProvider: scene.Time).WaitForCompletionAsync(new WaitOptions { Timeout = TimeSpan.FromHours(3) }, stop);
                await scene.ReadAsync(report.Pages.AsPages(null, stop), stop);
            }) { Case = "a scan taken up from its id" },
        ];
    }

    private static IEnumerable<PublicCall> Facade()
    {
        const string Audit = "ISeoAuditClient.AuditPageAsync(Uri, PageAuditOptions)";
        const string AuditAll = "ISeoAuditClient.AuditPagesAsync(IAsyncEnumerable<Uri>, BulkAuditOptions)";
        foreach (AuditService service in Enum.GetValues<AuditService>())
        {
            yield return new PublicCall(Audit, (scene, stop) => scene.Client.AuditPageAsync(Page, new PageAuditOptions { Service = service }, stop)) { Case = $"{service} and a cache", KeepsResult = true };
            yield return new PublicCall(Audit, (scene, stop) => scene.Client.AuditPageAsync(Page, new PageAuditOptions { Service = service, Cache = CacheMode.Bypass }, stop)) { Case = $"{service}" };
            yield return new PublicCall(AuditAll, (scene, stop) => scene.ReadAsync(
                scene.Client.AuditPagesAsync(
                    SlowSource.Of(scene.Time, [Page, new Uri("https://example.com/2")], CancellationToken.None),
                    new BulkAuditOptions { Service = service, MaxConcurrency = 1, Cache = CacheMode.Bypass },
                    stop),
                stop))
            { Case = $"{service}" };
        }

        yield return new PublicCall(
            "ISeoAuditClient.CompareServicesAsync(Uri, PageAuditOptions)", static (scene, stop) => scene.Client.CompareServicesAsync(Page, new PageAuditOptions { Cache = CacheMode.Bypass }, stop));
        yield return new PublicCall(
            "SeoAuditClientExtensions.AuditPagesAsync(ISeoAuditClient, IEnumerable<Uri>, BulkAuditOptions)",
            static (scene, stop) => scene.ReadAsync(scene.Client.AuditPagesAsync([Page, new Uri("https://example.com/2")], cancellationToken: stop), stop))
        { KeepsResult = true };
        yield return new PublicCall(
            "SeoAuditClientExtensions.AuditPagesAsync(ISeoAuditClient, IAsyncEnumerable<SitemapEntry>, BulkAuditOptions)",
            static (scene, stop) => scene.ReadAsync(scene.Client.AuditPagesAsync(scene.Client.ReadSitemapAsync(Sitemap, stop), cancellationToken: stop), stop))
        { KeepsResult = true };
        yield return new PublicCall(
            "ISeoAuditClient.ReadSitemapAsync(Uri, SitemapOptions)", static (scene, stop) => scene.ReadAsync(scene.Client.ReadSitemapAsync(Sitemap, null, stop), stop));
        yield return new PublicCall(
            "SeoAuditClientExtensions.ReadSitemapAsync(ISeoAuditClient, Uri)", static (scene, stop) => scene.ReadAsync(scene.Client.ReadSitemapAsync(Sitemap, stop), stop));
        yield return new PublicCall(
            "ISeoAuditClient.ReadSitemapAsync(Stream, SitemapOptions)",
            static (scene, stop) => scene.ReadAsync(scene.Client.ReadSitemapAsync(SlowSource.OfSitemap(scene.Time), null, stop), stop));
        yield return new PublicCall(
            "SeogentWebhook.ReadScanIdAsync(Stream, Int64)",
            static (scene, stop) => SeogentWebhook.ReadScanIdAsync(SlowSource.OfWebhook(scene.Time), cancellationToken: stop));
        yield return Of<IAuditCache>("InvalidateAllAsync()", static (cache, stop) => cache.InvalidateAllAsync(stop));
        yield return Of<IAuditCache>("InvalidateHostAsync(String)", static (cache, stop) => cache.InvalidateHostAsync("example.com", stop));
        yield return Of<IAuditCache>("InvalidatePageAsync(Uri)", static (cache, stop) => cache.InvalidatePageAsync(Page, stop));
        yield return new PublicCall(
            "BulkAuditReportBuilder.AddAllAsync(IAsyncEnumerable<PageAuditOutcome>)",
            static (scene, stop) => new BulkAuditReportBuilder().AddAllAsync(SlowSource.Of<PageAuditOutcome>(scene.Time, [Outcome, Outcome], CancellationToken.None), stop));
        yield return new PublicCall(
            "PageAuditOutcomeExtensions.ToReportAsync(IAsyncEnumerable<PageAuditOutcome>, BulkReportOptions)",
            static (scene, stop) => scene.Client.AuditPagesAsync([Page], cancellationToken: CancellationToken.None).ToReportAsync(cancellationToken: stop))
        { KeepsResult = true };
        yield return new PublicCall(
            "AsyncPages<T>.AsPages(String)", static (scene, stop) => scene.ReadAsync(scene.Client.Seogent.GetPagesAsync(Id, cancellationToken: CancellationToken.None).AsPages(null, stop), stop));
        yield return new PublicCall("AsyncPages<T>.GetAsyncEnumerator()", static async (scene, stop) =>
        {
            await foreach (ScannedPage page in scene.Client.Seogent.GetPagesAsync(Id, cancellationToken: CancellationToken.None).WithCancellation(stop))
            {
                Assert.NotNull(page);
            }
        });
    }

    private static IEnumerable<PublicCall> Jobs() =>
    [
        Of<IBulkAuditJobs>("GetAsync(String)", static (jobs, stop) => jobs.GetAsync(Id, stop)) with { IsQuick = true },
        new("IBulkAuditJobs.ListAsync()", static (scene, stop) => scene.ReadAsync(scene.Get<IBulkAuditJobs>().ListAsync(stop), stop))
        {
            Arrange = static async scene =>
            {
                await scene.SubmitAsync();
                await scene.SubmitAsync();
            },
        },
        new("IBulkAuditJobs.SubmitAsync(IAsyncEnumerable<Uri>, BulkAuditJobOptions)", static (scene, stop) =>
            scene.Get<IBulkAuditJobs>().SubmitAsync(SlowSource.Of(scene.Time, [Page, Page], CancellationToken.None), null, stop)),
        new("BulkAuditJobsExtensions.SubmitAsync(IBulkAuditJobs, IEnumerable<Uri>, BulkAuditJobOptions)", static (scene, stop) =>
            scene.Get<IBulkAuditJobs>().SubmitAsync([Page], null, stop))
        { IsQuick = true },
        new("BulkAuditJobsExtensions.SubmitAsync(IBulkAuditJobs, IAsyncEnumerable<SitemapEntry>, BulkAuditJobOptions)", static (scene, stop) =>
            scene.Get<IBulkAuditJobs>().SubmitAsync(scene.Client.ReadSitemapAsync(Sitemap, CancellationToken.None), null, stop)),
        new("BulkAuditJob.CancelAsync()", static (scene, stop) => scene.Job!.CancelAsync(stop)) { IsQuick = true, Arrange = static scene => scene.SubmitAsync() },
        new("BulkAuditJob.StreamOutcomesAsync(Int32)", static (scene, stop) => scene.ReadAsync(scene.Job!.StreamOutcomesAsync(0, stop), stop))
        {
            Arrange = static scene => scene.RunJobAsync(),
        },
    ];

    /// <summary>Creations whose answer is lost, so that they pause and look, and calls that wait in a queue.</summary>
    private static IEnumerable<PublicCall> Creations() =>
    [
        Of<ISeogentClient>("StartScanAsync(ScanRequest)", static (client, stop) => client.StartScanAsync(Scan, stop)) with { Case = "the answer lost", Arrange = LoseOne },
        Of<ISeogentClient>("StartScanAsync(ScanRequest)", static (client, stop) => client.StartScanAsync(Scan with { MaxCredits = 1_000 }, stop)) with { Case = "within credits" },
        Of<IMetricSpotClient>("QueueAuditAsync(Uri)", static (client, stop) => client.QueueAuditAsync(Page, stop)) with { Case = "the answer lost", Arrange = LoseOne },
        new("IMetricSpotClient.QueueAuditAsync(Uri)", static (scene, stop) => scene.Client.MetricSpot.QueueAuditAsync(Page, stop))
        {
            Case = "in the queue",
            Arrange = static scene => scene.Time.RunAsync(() => scene.Client.MetricSpot.QueueAuditAsync(Page)),
        },
        new("SeoAuditOutcomeUnknownException.ReconcileAsync()", static (scene, stop) => scene.Unknown!.ReconcileAsync(stop))
        {
            Arrange = static async scene =>
            {
                scene.Services.Instead.Enqueue(null);
                scene.Services.Instead.Enqueue(Wire.Json("{}", "403 Forbidden"));
                Task scan = Task.Run(() => scene.Client.Seogent.StartScanAsync(Scan));
                await scene.Time.AdvanceUntilAsync(scan, TimeSpan.FromSeconds(0.5), steps: 400);
                scene.Unknown = await Assert.ThrowsAsync<SeoAuditOutcomeUnknownException>(() => scan);
            },
        },
    ];

    private static PageAuditOutcome Outcome => PageAuditOutcome.Failed(Page, new SeoAuditException("x"));

    private static PublicCall Of<T>(string method, Func<T, CancellationToken, Task> call)
        where T : notnull => new($"{typeof(T).Name}.{method}", (scene, stop) => call(scene.Get<T>(), stop));

    private static Task LoseOne(CallScene scene)
    {
        scene.Services.Instead.Enqueue(null);
        return Task.CompletedTask;
    }

    private static async Task ReadAsync(Task<Stream> opening, CancellationToken cancellationToken)
    {
        await using Stream file = await opening;
        await file.CopyToAsync(Stream.Null, cancellationToken);
    }
}
