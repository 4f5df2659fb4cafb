using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.AspNetCore.Tests.Support;
using SeoAudit.Client.Seogent;
using SeoAudit.Emulator;
using SeoAudit.Emulator.Tests.Support;

namespace SeoAudit.Client.AspNetCore.Tests.Webhooks;

/// <summary>Webhooks as the emulator delivers them to an app on a real server.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public async Task A_completed_scan_comes_to_the_handler_with_what_the_service_says_of_it()
    {
        await using WebhookApp app = await WebhookApp.StartAsync();
        ScanOperation scan = await app.StartScanAsync();

        SeogentScanCompleted completed = await app.HandledAsync();

        Assert.Equal([200], await app.AnswersAsync(1));
        ScanReport said = await app.Seogent.GetReportAsync(scan.Id, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((scan.Id, scan.Id, ScanStatus.Completed), (completed.ScanId, completed.Report.ScanId, completed.Report.Status));
        Assert.Equal((said.AverageScore, said.Summary), (completed.Report.AverageScore, completed.Report.Summary));
        Assert.Equal(await UrlsAsync(said), await UrlsAsync(completed.Report));
    }

    [Fact]
    public async Task A_handler_that_fails_gets_the_scan_again_until_it_succeeds()
    {
        await using WebhookApp app = await WebhookApp.StartAsync();
        app.Handler = (_, _) => app.Calls <= 2 ? throw new InvalidOperationException("The database is away.") : Task.CompletedTask;
        await app.StartScanAsync();

        await app.HandledAsync();

        Assert.Equal([500, 500, 200], await app.AnswersAsync(3));
        Assert.Equal(3, app.Calls);
        Assert.Contains(app.Log.Lines, static line => line.Contains("The database is away.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_webhook_that_comes_again_is_answered_with_success_and_not_handled_again()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(static options =>
        {
            options.Seogent.WebhookRepeatDelays.Add(TimeSpan.Zero);
            options.Seogent.WebhookRepeatDelays.Add(TimeSpan.Zero);
        });
        await app.StartScanAsync();

        Assert.Equal([200, 200, 200], await app.AnswersAsync(3));
        Assert.Equal(1, app.Calls);
    }

    [Fact]
    public async Task Webhooks_that_come_at_the_same_time_call_the_handler_once()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(static options => options.Seogent.WebhookCopies = 4);
        app.Handler = (_, stop) => WebhookApp.UntilAsync(() => app.Emulator.Ledger.Webhooks.Count >= 3).WaitAsync(stop);
        await app.StartScanAsync();

        await app.HandledAsync();
        await WebhookApp.UntilAsync(() => app.Emulator.Ledger.Webhooks.Count(static sent => sent.StatusCode == 200) == 4);

        Assert.Equal(1, app.Calls);
        Assert.Equal([200, 503], app.Emulator.Ledger.Webhooks.Select(static sent => sent.StatusCode!.Value).Distinct().Order());
    }

    [Fact]
    public async Task Webhooks_that_overtake_each_other_are_handled_each_once()
    {
        var clock = new WatchedClock(new DateTimeOffset(2026, 3, 12, 12, 0, 0, TimeSpan.Zero));
        await using WebhookApp app = await WebhookApp.StartAsync(options =>
        {
            options.TimeProvider = clock;
            options.Seogent.WebhookHoldbacks.Add(TimeSpan.FromHours(1));
        });
        ScanOperation first = await app.StartScanAsync();
        await WebhookApp.UntilAsync(() => app.Seogent.GetScanStateAsync(first.Id).GetAwaiter().GetResult().Status.IsFinal);
        ScanOperation second = await app.StartScanAsync();

        SeogentScanCompleted[] handled = [await app.HandledAsync(), await LateAsync()];

        Assert.Equal([second.Id, first.Id], handled.Select(static scan => scan.ScanId), StringComparer.Ordinal);
        Assert.Equal([200, 200], await app.AnswersAsync(2));

        async Task<SeogentScanCompleted> LateAsync()
        {
            await WebhookApp.UntilAsync(() => clock.WaitingFor(TimeSpan.FromHours(1)) == 1);
            clock.Advance(TimeSpan.FromHours(1));
            return await app.HandledAsync();
        }
    }

    [Fact]
    public async Task A_handler_among_the_services_of_the_request_gets_the_scan()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(
            build: static (builder, _) => builder.Services.AddSingleton<HandlerLog>().AddScoped<ISeogentWebhookHandler, ScopedHandler>(),
            map: static (app, _) => app.MapSeogentWebhook(WebhookApp.Path));
        ScanOperation scan = await app.StartScanAsync();

        Assert.Equal([200], await app.AnswersAsync(1));
        Assert.Equal([scan.Id], app.App.Services.GetRequiredService<HandlerLog>().ScanIds, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_controller_receives_webhooks()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(
            emulate: static options => options.Seogent.WebhookRepeatDelays.Add(TimeSpan.Zero),
            build: static (builder, _) =>
            {
                builder.Services.AddSingleton<HandlerLog>();
                builder.Services.AddControllers().AddApplicationPart(typeof(CallbackController).Assembly);
            },
            map: static (app, _) => app.MapControllers());
        ScanOperation scan = await app.StartScanAsync();

        Assert.Equal([200, 200], await app.AnswersAsync(2));
        Assert.Equal([scan.Id], app.App.Services.GetRequiredService<HandlerLog>().ScanIds, StringComparer.Ordinal);
        using HttpResponseMessage refused = await app.PostIdAsync(scan.Id, "?secret=wrong");
        Assert.Equal((404, "application/problem+json"), ((int)refused.StatusCode, refused.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Each_account_has_its_own_endpoint_secret_and_client()
    {
        string secret = SeogentWebhookSecret.Generate();
        await using WebhookApp app = await WebhookApp.StartAsync(
            build: (builder, emulator) => builder.Services
                .AddKeyedSeoAudit("tenant-a", static options => options.Seogent.ApiToken = "sk_tenant_a")
                .Configure(options => options.Seogent.BaseAddress = new Uri(emulator, "seogent/api/"))
                .AddSeogentWebhooks(options => options.Secrets = [secret]),
            map: static (app, webhooks) =>
            {
                app.MapSeogentWebhook(WebhookApp.Path, webhooks.HandleAsync);
                app.MapSeogentWebhook("/tenant-a", webhooks.HandleAsync, "tenant-a");
            });
        var urls = app.App.Services.GetRequiredKeyedService<SeogentWebhookUrls>("tenant-a");
        Uri address = urls.Create(new Uri(app.Endpoint, "/tenant-a"));
        var tenant = app.App.Services.GetRequiredKeyedService<ISeogentClient>("tenant-a");
        Assert.Contains(secret, address.Query, StringComparison.Ordinal);
        ScanOperation scan = await tenant.StartScanAsync(
            ScanRequest.ForUrls(app.PageAddress) with { WebhookUrl = address }, TestContext.Current.CancellationToken);

        Assert.Equal(scan.Id, (await app.HandledAsync()).ScanId);
        using HttpResponseMessage foreign = await app.PostIdAsync(scan.Id);
        Assert.Equal(404, (int)foreign.StatusCode);
    }

    private static async Task<IReadOnlyList<string>> UrlsAsync(ScanReport report)
    {
        var urls = new List<string>();
        await foreach (ScannedPage page in report.Pages)
        {
            urls.Add(page.Url);
        }

        Assert.NotEmpty(urls);
        return urls;
    }
}
