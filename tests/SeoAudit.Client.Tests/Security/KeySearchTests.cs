using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Refit;
using SeoAudit.Client.Http;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Tests.Caching;
using SeoAudit.Client.Tests.EndToEnd;
using SeoAudit.Client.Tests.Support;
using SeoAudit.Emulator;

namespace SeoAudit.Client.Tests.Security;

/// <summary>Everything that the SDK does, with keys that occur nowhere else, and a search for them in all that is said and stored.</summary>
/// <remarks>Alone in the process: it listens to all of it.</remarks>
[Collection(EnvironmentTests.Name)]
public sealed class KeySearchTests
{
    private static readonly string[] Keys = ["seo_Search7Qw2Lr9Tb4K", "sk_Search8Rx3Ms0Uc5L", "ms_live_5ea7c49b1d3f70862"];

    private const string NoKey = "no key";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_key_in_anything_that_is_said_or_stored_while_all_endpoints_are_used()
    {
        using var overheard = new Overheard();
        var called = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var store = new RecordedStore();
        string journal = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await using GeneratedSite site = await GeneratedSite.StartAsync(pages: 3);
            await using SeoAuditEmulator emulator = await StartEmulatorAsync();
            await using ServiceProvider app = App(emulator, overheard.Log, store, called);
            ISeoAuditClient client = app.GetRequiredService<ISeoAuditClient>();

            await UseAllAsync(client, site, overheard);
            await AuditInBulkAsync(client, site, journal, overheard);
            await WriteReportsAsync(client, site, overheard);

            overheard.Hear(await File.ReadAllTextAsync(journal, Stop));
            foreach ((string name, byte[] value) in store.Values)
            {
                overheard.Hear($"{name} {System.Text.Encoding.UTF8.GetString(value)}");
            }
        }
        finally
        {
            File.Delete(journal);
        }

        ServiceProfile[] profiles = [SeoPeekProfile.Instance, SeogentProfile.Instance, MetricSpotProfile.Instance];
        Assert.Equal(
            profiles.SelectMany(static profile => profile.Endpoints).Select(static endpoint => endpoint.Method)
                .Concat(Keys).Append(NoKey).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            called.Keys.Order(StringComparer.Ordinal));
        Assert.NotEmpty(store.Values);
        AssertHeard(overheard.Said);
        SecretKey.AssertNotIn(overheard.Said, Keys);
    }

    [Fact]
    public async Task No_key_in_what_is_said_of_faults_of_every_kind()
    {
        using var overheard = new Overheard();
        await using GeneratedSite site = await GeneratedSite.StartAsync(pages: 1);
        FaultAction[] faults =
        [
            FaultAction.Status(301), FaultAction.Status(401), FaultAction.Status(404), FaultAction.Status(422), FaultAction.Status(429), FaultAction.Status(503),
            FaultAction.ResetConnection(), FaultAction.ResetMidBody(5), FaultAction.TruncateBody(5), FaultAction.MalformedJson(), FaultAction.ContentType("text/html"),
        ];
        foreach (FaultAction fault in faults)
        {
            await using SeoAuditEmulator emulator = await StartEmulatorAsync();
            foreach (EmulatedService service in Enum.GetValues<EmulatedService>())
            {
                emulator.Faults.Add(EmulatorFault.On(service, "*", "*").With(fault));
            }

            await using ServiceProvider app = App(emulator, overheard.Log, new RecordedStore(), []);
            ISeoAuditClient client = app.GetRequiredService<ISeoAuditClient>();
            foreach (Func<Task> call in Calls(client, site.Pages[0]))
            {
                if (await Record.ExceptionAsync(call) is { } exception)
                {
                    overheard.Hear(ExceptionText.Of(Assert.IsType<SeoAuditException>(exception, exactMatch: false)));
                }
            }
        }

        AssertHeard(overheard.Said);
        SecretKey.AssertNotIn(overheard.Said, Keys);
    }

    private static async Task UseAllAsync(ISeoAuditClient client, GeneratedSite site, Overheard overheard)
    {
        var results = new List<object>();
        foreach (SitemapEntry entry in await client.ReadSitemapAsync(site.Sitemap, Stop).CollectAsync())
        {
            results.Add(entry);
        }

        Uri page = site.Pages[0];
        results.AddRange([
            await client.SeoPeek.GetHealthAsync(Stop), await client.SeoPeek.CreateKeyAsync("someone@example.com", Stop), await client.SeoPeek.AuditAsync(page, Stop),
            await client.Seogent.GetCreditsAsync(Stop), await client.CompareServicesAsync(page, cancellationToken: Stop),
        ]);
        ScanOperation scan = await client.Seogent.StartScanAsync(ScanRequest.ForUrls(site.Pages), Stop);
        ScanReport report = await scan.WaitForCompletionAsync(cancellationToken: Stop);
        results.AddRange([scan, report, .. await report.Pages.CollectAsync(), .. await client.Seogent.ListScansAsync(cancellationToken: Stop).CollectAsync()]);
        results.Add(await client.Seogent.ListDomainsAsync(Stop));
        ScanOperation other = await client.Seogent.StartScanAsync(ScanRequest.ForUrls(site.Pages), Stop);
        results.Add(await other.CancelAsync(Stop));

        MetricSpotAuditOperation queued = await client.MetricSpot.QueueAuditAsync(site.Pages[1], Stop);
        MetricSpotAudit audit = await queued.WaitForCompletionAsync(cancellationToken: Stop);
        PdfOperation pdf = await client.MetricSpot.QueuePdfAsync(queued.Id, cancellationToken: Stop);
        await using Stream file = await pdf.WaitForCompletionAsync(cancellationToken: Stop);
        results.AddRange([
            queued, audit, pdf, await new StreamReader(file).ReadToEndAsync(Stop), await client.MetricSpot.ListAuditsAsync(Stop),
            await client.MetricSpot.GetOrganicTrafficAsync(queued.Id, Stop), await client.MetricSpot.RunAnonymousAuditAsync(page, Stop),
        ]);
        results.AddRange(Enum.GetValues<AuditService>().Select(service => (object)client.GetQuota(service)));
        results.ForEach(result => overheard.Hear($"{result}"));
    }

    private static async Task AuditInBulkAsync(ISeoAuditClient client, GeneratedSite site, string journal, Overheard overheard)
    {
        var options = new BulkAuditOptions
        {
            Service = AuditService.Seogent,
            ServiceFallback = [AuditService.SeoPeek],
            JournalPath = journal,
            Progress = new Progress<BulkAuditProgress>(progress => overheard.Hear($"{progress}")),
        };
        Uri[] pages = [.. site.Pages, new Uri("http://user:password@example.com/")];
        BulkAuditReport report = await client.AuditPagesAsync(pages, options, Stop).ToReportAsync(cancellationToken: Stop);
        overheard.Hear($"{options} {report} {System.Text.Json.JsonSerializer.Serialize(report)}");
        await foreach (PageAuditOutcome outcome in client.AuditPagesAsync(pages, options with { Order = OutcomeOrder.AsSubmitted, Cache = CacheMode.Use }, Stop))
        {
            overheard.Hear($"{outcome} {outcome.Audit} {outcome.Error}");
        }
    }

    // With addresses that no service takes, so that there are errors too.
    private static async Task WriteReportsAsync(ISeoAuditClient client, GeneratedSite site, Overheard overheard)
    {
        Uri[] pages = [.. site.Pages, new Uri("http://user:password@example.com/")];
        foreach (AuditService service in Enum.GetValues<AuditService>())
        {
            List<PageAuditOutcome> outcomes = await client.AuditPagesAsync(pages, new() { Service = service }, Stop).CollectAsync();
            foreach (string report in await ReportTexts.OfAsync(outcomes, Stop))
            {
                Assert.Contains($"{site.Address.Port}", report, StringComparison.Ordinal);
                overheard.Hear(report);
            }
        }
    }

    private static IEnumerable<Func<Task>> Calls(ISeoAuditClient client, Uri page) =>
    [
        () => client.SeoPeek.AuditAsync(page, Stop),
        () => client.SeoPeek.GetHealthAsync(Stop),
        () => client.Seogent.GetCreditsAsync(Stop),
        () => client.Seogent.StartScanAsync(ScanRequest.ForUrls(page), Stop),
        () => client.Seogent.GetScan("1").WaitForCompletionAsync(new() { Timeout = TimeSpan.FromMilliseconds(20) }, Stop),
        () => client.MetricSpot.ListAuditsAsync(Stop),
        () => client.MetricSpot.QueueAuditAsync(page, Stop),
        () => client.MetricSpot.DownloadPdfAsync("1", Stop),
    ];

    private static Task<SeoAuditEmulator> StartEmulatorAsync()
    {
        var settings = new SeoAuditEmulatorOptions();
        settings.MetricSpot.GlobalSpacing = TimeSpan.Zero;
        return SeoAuditEmulator.StartAsync(settings);
    }

    private static ServiceProvider App(Uri emulator, ILoggerProvider log, RecordedStore store, ConcurrentDictionary<string, bool> called)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddSingleton<IDistributedCache>(store);
        services.AddHybridCache();
        SeoAuditBuilder builder = services.AddSeoAudit(options =>
        {
            // Polls quickly; with keys of one's own, which the emulator takes as it would those of a service.
            options.UseEmulator(emulator);
            foreach (ServiceOptions service in new ServiceOptions[] { options.SeoPeek, options.Seogent, options.MetricSpot })
            {
                service.BaseAddress = new Uri($"http://localhost:{emulator.Port}{service.BaseAddress.AbsolutePath}");
                (service.MaxRetries, service.RetryDelay, service.KeepRawResponses) = (1, TimeSpan.Zero, true);
            }

            options.MetricSpot.Spacing = TimeSpan.Zero;
            (options.SeoPeek.ApiKey, options.Seogent.ApiToken, options.MetricSpot.ApiKey) = (Keys[0], Keys[1], Keys[2]);
        }).UseCaching();
        foreach (IHttpClientBuilder http in new[] { builder.SeoPeek, builder.Seogent, builder.MetricSpot })
        {
            http.AddHttpMessageHandler(() => new MethodRecorder(called));
        }

        return services.BuildServiceProvider();
    }

    // All that is listened to did speak, or the search proves nothing.
    private static void AssertHeard(IReadOnlyList<string> said)
    {
        Assert.Contains(said, static line => line.StartsWith("System.Net.Http GET", StringComparison.Ordinal)
            || line.StartsWith("System.Net.Http System.Net.Http.HttpRequestOut", StringComparison.Ordinal));
        Assert.Contains(said, static line => line.StartsWith("System.Net.Http http.client.request.duration", StringComparison.Ordinal));
        Assert.Contains(said, static line => line.StartsWith("System.Net.Http RequestStart", StringComparison.Ordinal));
        Assert.Contains(said, static line => line.StartsWith(SeoAuditTelemetry.MeterName, StringComparison.Ordinal));
    }

    private sealed class MethodRecorder(ConcurrentDictionary<string, bool> called) : DelegatingHandler
    {
        private static readonly HttpRequestOptionsKey<string> MethodName = new(HttpRequestMessageOptions.MethodName);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string? key = request.Headers.Authorization?.Parameter ?? (request.Headers.TryGetValues("x-api-key", out var keys) ? keys.Single() : null);
            called[key ?? NoKey] = true;
            Assert.True(request.Options.TryGetValue(MethodName, out string? name));
            called[name!] = true;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
