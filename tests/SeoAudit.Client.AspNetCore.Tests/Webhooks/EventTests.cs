using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using SeoAudit.Client.AspNetCore.Tests.Support;
using SeoAudit.Emulator;

namespace SeoAudit.Client.AspNetCore.Tests.Webhooks;

/// <summary>The events of docs/observability.md, with their ids and words.</summary>
public sealed class EventTests
{
    [Fact]
    public async Task What_became_of_a_webhook_is_told()
    {
        await using WebhookApp app = await WebhookApp.StartAsync();
        string id = await app.CompletedScanAsync();

        (await app.PostIdAsync(id)).Dispose();
        (await app.PostIdAsync(id)).Dispose();

        Assert.Equal(
            [
                (800, LogLevel.Information, $"The webhook of scan '{id}' ended as Handled.", null),
                (800, LogLevel.Information, $"The webhook of scan '{id}' ended as Duplicate.", null),
            ],
            Told(app));
    }

    [Fact]
    public async Task A_refusal_is_told_without_anything_that_was_posted()
    {
        await using WebhookApp app = await WebhookApp.StartAsync();

        (await app.PostIdAsync("forged", "?secret=guessed")).Dispose();
        (await app.PostAsync("posted")).Dispose();

        Assert.Equal(
            [
                (801, LogLevel.Warning, "A webhook was refused: NotFound.", null),
                (801, LogLevel.Warning, "A webhook was refused: Malformed.", null),
            ],
            Told(app));
    }

    [Fact]
    public async Task A_handler_that_fails_is_told_with_what_it_threw()
    {
        await using WebhookApp app = await WebhookApp.StartAsync();
        var thrown = new InvalidOperationException("The database is away.");
        app.Handler = (_, _) => throw thrown;
        string id = await app.CompletedScanAsync();

        (await app.PostIdAsync(id)).Dispose();

        Assert.Equal(
            [
                (802, LogLevel.Error, $"The handler of the webhook of scan '{id}' failed; SEOgent is asked to send it again.", thrown),
                (800, LogLevel.Information, $"The webhook of scan '{id}' ended as HandlerFailed.", null),
            ],
            Told(app));
    }

    [Fact]
    public async Task A_scan_that_cannot_be_looked_up_is_told_without_the_words_of_the_service()
    {
        await using WebhookApp app = await WebhookApp.StartAsync();
        string id = await app.CompletedScanAsync();
        app.Emulator.Faults.Add(EmulatorFault.On(EmulatedService.Seogent).Times(1).With(FaultAction.Status(403, """{"message":"words of the service"}""")));

        (await app.PostIdAsync(id)).Dispose();

        Assert.Equal(
            [
                (803, LogLevel.Warning, $"Scan '{id}' could not be looked up for its webhook (SeoAuditAuthenticationException); SEOgent is asked to send it again.", null),
                (800, LogLevel.Information, $"The webhook of scan '{id}' ended as Unavailable.", null),
            ],
            Told(app));
        Assert.DoesNotContain(app.Events, static record => record.StructuredState!.Any(static value => value.Value?.Contains("words", StringComparison.Ordinal) is true));
    }

    [Fact]
    public async Task A_store_that_fails_is_told_with_what_it_threw()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(build: static (builder, _) =>
        {
            builder.Services.AddSingleton<IDistributedCache>(new FailingCache());
            builder.Services.AddSeoAudit().UseDistributedWebhookStore();
        });
        string id = await app.CompletedScanAsync();

        (await app.PostIdAsync(id)).Dispose();

        FakeLogRecord record = app.Events[0];
        Assert.Equal((804, LogLevel.Warning, $"The store of handled webhooks failed for scan '{id}'."), (record.Id.Id, record.Level, record.Message));
        Assert.Equal("The cache is away.", Assert.IsType<InvalidOperationException>(record.Exception).Message);
        Assert.Equal([804, 800], app.Events.Select(static record => record.Id.Id));
    }

    [Fact]
    public async Task A_signal_that_fails_is_told_with_what_it_threw()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(
            build: static (builder, _) => builder.Services.AddSingleton<IScanCompletionSignal, BrokenSignal>());
        string id = await app.CompletedScanAsync();

        (await app.PostIdAsync(id)).Dispose();

        FakeLogRecord record = app.Events[0];
        Assert.Equal(
            (805, LogLevel.Warning, $"Those who wait for scan '{id}' could not be told that it has ended; they go on polling."),
            (record.Id.Id, record.Level, record.Message));
        Assert.Equal("The signal is broken.", Assert.IsType<InvalidOperationException>(record.Exception).Message);
        Assert.Equal([805, 800], app.Events.Select(static record => record.Id.Id));
    }

    private static IEnumerable<(int, LogLevel, string, Exception?)> Told(WebhookApp app) =>
        app.Events.Select(static record => (record.Id.Id, record.Level, record.Message, record.Exception));
}
