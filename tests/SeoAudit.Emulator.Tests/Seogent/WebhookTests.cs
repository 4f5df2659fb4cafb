using System.Text.Json;
using SeoAudit.Emulator.Tests.Support;

namespace SeoAudit.Emulator.Tests.Seogent;

public sealed class WebhookTests
{
    [Fact]
    public async Task A_completed_scan_sends_its_results()
    {
        await using var hook = new HookReceiver(200);
        await using TestEmulator test = await TestEmulator.StartAsync();
        string id = await test.FinishScanAsync(Body(hook.Url));

        await TestEmulator.UntilAsync(() => test.Emulator.Ledger.Webhooks.Count == 1);

        LedgerWebhook sent = test.Emulator.Ledger.Webhooks[0];
        Assert.Equal((id, hook.Url, 1, 200), (sent.ScanId, sent.Url, sent.Attempt, sent.StatusCode));
        JsonElement payload = JsonDocument.Parse(Assert.Single(hook.Bodies)).RootElement;
        Assert.Equal((await test.ResultsAsync(id)).Json.GetRawText(), payload.GetRawText());
    }

    [Fact]
    public async Task An_unanswered_webhook_is_sent_again_after_its_wait()
    {
        await using var hook = new HookReceiver(500, 503, 204);
        await using TestEmulator test = await TestEmulator.StartAsync();
        await test.FinishScanAsync(Body(hook.Url));

        await test.AdvanceUntilAsync(
            () => Task.FromResult(test.Emulator.Ledger.Webhooks.Count == 3), TimeSpan.FromMilliseconds(500));

        IReadOnlyList<LedgerWebhook> sent = test.Emulator.Ledger.Webhooks;
        Assert.Equal([500, 503, 204], sent.Select(attempt => attempt.StatusCode));
        Assert.Equal([1, 2, 3], sent.Select(attempt => attempt.Attempt));
        Assert.True(sent[1].At - sent[0].At >= TimeSpan.FromSeconds(1));
        Assert.True(sent[2].At - sent[1].At >= TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Retries_end()
    {
        await using var hook = new HookReceiver(500);
        await using TestEmulator test = await TestEmulator.StartAsync(options =>
        {
            options.Seogent.WebhookRetryDelays.Clear();
            options.Seogent.WebhookRetryDelays.Add(TimeSpan.FromSeconds(1));
        });
        await test.FinishScanAsync(Body(hook.Url));
        await test.AdvanceUntilAsync(() => Task.FromResult(test.Emulator.Ledger.Webhooks.Count == 2), TimeSpan.FromSeconds(1));

        test.Clock.Advance(TimeSpan.FromHours(1));
        await Task.Delay(40);

        Assert.Equal(2, test.Emulator.Ledger.Webhooks.Count);
    }

    [Fact]
    public async Task Nothing_is_sent_to_hosts_that_are_not_allowed_or_for_scans_that_fail()
    {
        await using var hook = new HookReceiver(200);
        await using TestEmulator test = await TestEmulator.StartAsync();
        await test.FinishScanAsync(Body(new Uri("https://elsewhere.example/hook")));
        await test.FinishScanAsync(
            $$"""{"urls":["https://unreachable.example/"],"webhook_url":"{{hook.Url}}"}""", "failed");

        await Task.Delay(40);

        Assert.Empty(test.Emulator.Ledger.Webhooks);
        Assert.Empty(hook.Bodies);
    }

    [Fact]
    public async Task Copies_are_sent_side_by_side_and_retried_each_for_itself()
    {
        await using var hook = new HookReceiver(500, 200, 200);
        await using TestEmulator test = await TestEmulator.StartAsync(static options => options.Seogent.WebhookCopies = 2);
        await test.FinishScanAsync(Body(hook.Url));

        await test.AdvanceUntilAsync(() => Task.FromResult(test.Emulator.Ledger.Webhooks.Count == 3), TimeSpan.FromMilliseconds(500));

        IReadOnlyList<LedgerWebhook> sent = test.Emulator.Ledger.Webhooks;
        int refused = Assert.Single(sent, static attempt => attempt.StatusCode == 500).Copy;
        Assert.Equal([1, 2], sent.Where(attempt => attempt.Copy == refused).Select(static attempt => attempt.Attempt));
        Assert.Equal([1], sent.Where(attempt => attempt.Copy == 3 - refused).Select(static attempt => attempt.Attempt));
    }

    [Fact]
    public async Task A_webhook_that_succeeded_is_repeated_where_that_is_asked_for()
    {
        await using var hook = new HookReceiver(200);
        await using TestEmulator test = await TestEmulator.StartAsync(static options =>
        {
            options.Seogent.WebhookRepeatDelays.Add(TimeSpan.FromSeconds(2));
            options.Seogent.WebhookRepeatDelays.Add(TimeSpan.FromSeconds(3));
        });
        await test.FinishScanAsync(Body(hook.Url));

        await test.AdvanceUntilAsync(() => Task.FromResult(test.Emulator.Ledger.Webhooks.Count == 3), TimeSpan.FromMilliseconds(500));

        IReadOnlyList<LedgerWebhook> sent = test.Emulator.Ledger.Webhooks;
        Assert.Equal([1, 2, 3], sent.Select(static attempt => attempt.Attempt));
        Assert.True(sent[1].At - sent[0].At >= TimeSpan.FromSeconds(2));
        Assert.True(sent[2].At - sent[1].At >= TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task A_webhook_that_is_held_back_is_overtaken()
    {
        await using var hook = new HookReceiver(200);
        await using TestEmulator test = await TestEmulator.StartAsync(
            static options => options.Seogent.WebhookHoldbacks.Add(TimeSpan.FromHours(1)));
        string first = await test.FinishScanAsync(Body(hook.Url));
        string second = await test.FinishScanAsync(Body(hook.Url));
        await TestEmulator.UntilAsync(() => test.Emulator.Ledger.Webhooks.Count == 1);

        await test.AdvanceUntilAsync(() => Task.FromResult(test.Emulator.Ledger.Webhooks.Count == 2), TimeSpan.FromHours(1));

        Assert.Equal([second, first], test.Emulator.Ledger.Webhooks.Select(static attempt => attempt.ScanId), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_waiting_retry_does_not_hold_up_the_stop()
    {
        await using var hook = new HookReceiver(500);
        await using TestEmulator test = await TestEmulator.StartAsync();
        await test.FinishScanAsync(Body(hook.Url));
        await TestEmulator.UntilAsync(() => test.Emulator.Ledger.Webhooks.Count >= 1);

        await test.Emulator.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static string Body(Uri hook) => $$"""{"urls":["https://example.com/"],"webhook_url":"{{hook}}"}""";
}
