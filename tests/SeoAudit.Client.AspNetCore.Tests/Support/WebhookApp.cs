using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;
using SeoAudit.Emulator;
using SeoAudit.Tests.Shared;

namespace SeoAudit.Client.AspNetCore.Tests.Support;

/// <summary>An app that receives webhooks on a real server on loopback, an emulator that sends them, and a page that is scanned.</summary>
internal sealed class WebhookApp : IAsyncDisposable
{
    public const string Path = "/seo-callback";

    public static readonly string Secret = SeogentWebhookSecret.Generate();

    private static readonly TimeSpan RealLimit = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = RealLimit };
    private readonly Channel<SeogentScanCompleted> _handled = Channel.CreateUnbounded<SeogentScanCompleted>();
    private readonly StaticPage _page;

    private WebhookApp(StaticPage page, SeoAuditEmulator emulator, WebApplication app, CapturedLog log)
    {
        _page = page;
        Emulator = emulator;
        App = app;
        Log = log;
    }

    public SeoAuditEmulator Emulator { get; }

    public WebApplication App { get; }

    public CapturedLog Log { get; }

    /// <summary>What the package logged.</summary>
    public IReadOnlyList<FakeLogRecord> Events =>
        [.. App.Services.GetFakeLogCollector().GetSnapshot().Where(static record => record.Category == Diagnostics.Log.Category)];

    /// <summary>Done by the handler before it notes the scan as handled.</summary>
    public Func<SeogentScanCompleted, CancellationToken, Task> Handler { get; set; } = static (_, _) => Task.CompletedTask;

    /// <summary>How often the handler was called.</summary>
    public int Calls { get; private set; }

    public ISeogentClient Seogent => App.Services.GetRequiredService<ISeogentClient>();

    public SeogentWebhookUrls Urls => App.Services.GetRequiredService<SeogentWebhookUrls>();

    public Uri PageAddress => _page.Address;

    public Uri Endpoint => new(new Uri(App.Urls.Single()), Path);

    public IReadOnlyList<LedgerRequest> Lookups => Emulator.Ledger.RequestsTo(EmulatedService.Seogent);

    public static async Task<WebhookApp> StartAsync(
        Action<SeoAuditEmulatorOptions>? emulate = null,
        Action<SeogentWebhookOptions>? configure = null,
        Action<WebApplicationBuilder, Uri>? build = null,
        Action<WebApplication, WebhookApp>? map = null)
    {
        var settings = new SeoAuditEmulatorOptions();
        SeogentEmulatorOptions seogent = settings.Seogent;
        (seogent.PendingDuration, seogent.CrawlPerPage, seogent.AnalyzePerPage) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
        seogent.WebhookRetryDelays.Clear();
        for (var retry = 0; retry < 1_000; retry++)
        {
            seogent.WebhookRetryDelays.Add(TimeSpan.FromMilliseconds(5));
        }

        emulate?.Invoke(settings);
        SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync(settings);
        var log = new CapturedLog();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log).AddFakeLogging().SetMinimumLevel(LogLevel.Trace)
            // The server's own account of requests has their queries in it; docs/webhooks.md says so.
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Services.AddSeoAudit().UseEmulator(emulator).AddSeogentWebhooks(options =>
        {
            options.Secrets = [Secret];
            configure?.Invoke(options);
        });
        build?.Invoke(builder, emulator);
        var webhooks = new WebhookApp(await StaticPage.StartAsync(), emulator, builder.Build(), log);
        if (map is null)
        {
            webhooks.App.MapSeogentWebhook(Path, webhooks.HandleAsync);
        }
        else
        {
            map(webhooks.App, webhooks);
        }

        await webhooks.App.StartAsync();
        return webhooks;
    }

    public static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(RealLimit);
        while (!condition())
        {
            await Task.Delay(2, limit.Token);
        }
    }

    public async Task HandleAsync(SeogentScanCompleted scan, CancellationToken cancellationToken)
    {
        lock (_handled)
        {
            Calls++;
        }

        await Handler(scan, cancellationToken);
        await _handled.Writer.WriteAsync(scan, CancellationToken.None);
    }

    /// <summary>The next scan that the handler is done with.</summary>
    public async Task<SeogentScanCompleted> HandledAsync()
    {
        using var limit = new CancellationTokenSource(RealLimit);
        return await _handled.Reader.ReadAsync(limit.Token);
    }

    /// <summary>Starts a scan of the page whose webhook comes here.</summary>
    public Task<ScanOperation> StartScanAsync(bool withWebhook = true) => Seogent.StartScanAsync(
        ScanRequest.ForUrls(_page.Address) with { WebhookUrl = withWebhook ? Urls.Create(Endpoint) : null }, TestContext.Current.CancellationToken);

    /// <summary>A completed scan of which no webhook tells.</summary>
    public async Task<string> CompletedScanAsync()
    {
        ScanOperation scan = await StartScanAsync(withWebhook: false);
        await UntilAsync(() => Seogent.GetScanStateAsync(scan.Id).GetAwaiter().GetResult().Status.IsFinal);
        Emulator.Ledger.Clear();
        return scan.Id;
    }

    /// <summary>How the deliveries of webhooks were answered, in order, once there are so many.</summary>
    public async Task<IReadOnlyList<int?>> AnswersAsync(int count)
    {
        await UntilAsync(() => Emulator.Ledger.Webhooks.Count >= count);
        return [.. Emulator.Ledger.Webhooks.Select(static webhook => webhook.StatusCode)];
    }

    public Task<HttpResponseMessage> PostIdAsync(string scanId, string? query = null) => PostAsync($$"""{"scan_id":"{{scanId}}"}""", query);

    public Task<HttpResponseMessage> PostAsync(string body, string? query = null, string? contentType = "application/json")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return PostAsync(content, query);
    }

    public Task<HttpResponseMessage> PostAsync(HttpContent content, string? query = null, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, content, query, cancellationToken);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, HttpContent? content, string? query, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(method, new Uri(Endpoint, $"{Endpoint.AbsolutePath}{query ?? $"?secret={Secret}"}")) { Content = content };
        return _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await App.DisposeAsync();
        await Emulator.DisposeAsync();
        await _page.DisposeAsync();
    }
}
