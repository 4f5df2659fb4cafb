using Microsoft.Extensions.DependencyInjection;
using SeoAudit.Client.AspNetCore.Tests.Support;
using SeoAudit.Client.Seogent;
using SeoAudit.Emulator.Tests.Support;

namespace SeoAudit.Client.AspNetCore.Tests.Webhooks;

public sealed class WakeUpTests
{
    private static readonly TimeSpan FirstPoll = TimeSpan.FromMinutes(10);

    private readonly WatchedClock _clock = new(new DateTimeOffset(2026, 3, 12, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Who_waits_for_a_scan_is_woken_by_its_webhook_without_any_time_passing()
    {
        await using WebhookApp app = await StartAsync();
        ScanOperation scan = await app.StartScanAsync();

        ScanReport report = await scan.WaitForCompletionAsync(cancellationToken: TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.Equal((scan.Id, ScanStatus.Completed), (report.ScanId, report.Status));
        Assert.Equal(scan.Id, (await app.HandledAsync()).ScanId);
    }

    [Fact]
    public async Task A_scan_that_failed_wakes_those_who_wait_too()
    {
        await using WebhookApp app = await StartAsync();
        ScanOperation scan = await app.Seogent.StartScanAsync(ScanRequest.ForUrls(new Uri("http://unreachable.example/")), TestContext.Current.CancellationToken);
        Task<ScanReport> wait = scan.WaitForCompletionAsync(cancellationToken: TestContext.Current.CancellationToken);
        await WebhookApp.UntilAsync(() => app.Seogent.GetScanStateAsync(scan.Id).GetAwaiter().GetResult().Status.IsFinal);

        (await app.PostIdAsync(scan.Id)).Dispose();

        await Assert.ThrowsAsync<AuditFailedException>(() => wait.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Who_waits_for_a_scan_without_a_webhook_is_served_by_polling()
    {
        await using WebhookApp app = await StartAsync();
        ScanOperation scan = await app.StartScanAsync(withWebhook: false);
        Task<ScanReport> wait = scan.WaitForCompletionAsync(cancellationToken: TestContext.Current.CancellationToken);
        await WebhookApp.UntilAsync(() => app.Seogent.GetScanStateAsync(scan.Id).GetAwaiter().GetResult().Status.IsFinal);
        await WebhookApp.UntilAsync(() => _clock.WaitingFor(FirstPoll) == 1);
        Assert.False(wait.IsCompleted);

        _clock.Advance(FirstPoll);

        Assert.Equal(ScanStatus.Completed, (await wait).Status);
        Assert.Empty(app.Emulator.Ledger.Webhooks);
    }

    [Fact]
    public async Task A_signal_of_the_app_that_fails_loses_no_webhook()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(
            build: static (builder, _) => builder.Services.AddSingleton<IScanCompletionSignal, BrokenSignal>());
        ScanOperation scan = await app.StartScanAsync();

        Assert.Equal(scan.Id, (await app.HandledAsync()).ScanId);
        Assert.Equal([200], await app.AnswersAsync(1));
    }

    private Task<WebhookApp> StartAsync() => WebhookApp.StartAsync(build: (builder, _) =>
    {
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.PostConfigure<SeoAuditOptions>(static options => options.Seogent.Polling = new PollingOptions
        {
            InitialDelay = FirstPoll,
            Interval = FirstPoll,
            MaxInterval = FirstPoll,
            Timeout = TimeSpan.FromDays(1),
        });
    });
}
