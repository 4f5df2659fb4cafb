using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Pacing;

public sealed class PacedAccountTests
{
    private readonly FakeTimeProvider _time = PacingAnswers.Clock();

    [Fact]
    public async Task All_clients_of_a_registration_share_its_quota()
    {
        using ScriptedHandler handler = PacingAnswers.Handler();
        await using ServiceProvider provider = TestClient.Services(handler, _time, static options => options.SeoPeek.DailyQuota = 3);

        await provider.GetRequiredService<ISeoAuditClient>().CallAsync(AuditService.SeoPeek);
        await provider.GetRequiredService<ISeoPeekClient>().AuditAsync(new Uri("https://example.com/"));
        await provider.GetRequiredService<ISeoPeekApi>().AuditAsync("https://example.com/");

        await provider.GetRequiredService<ISeoAuditClient>().RefusedAsync(AuditService.SeoPeek);
    }

    [Fact]
    public async Task Tenants_do_not_share_a_quota()
    {
        using ScriptedHandler handler = PacingAnswers.Handler();
        var services = new ServiceCollection();
        services.TryAddSingleton<TimeProvider>(_time);
        services.AddKeyedSeoAudit("a", static options => options.SeoPeek.DailyQuota = 1).On(handler);
        services.AddKeyedSeoAudit("b", static options => options.SeoPeek.DailyQuota = 1).On(handler);
        await using ServiceProvider provider = services.BuildServiceProvider();
        var a = provider.GetRequiredKeyedService<ISeoAuditClient>("a");
        var b = provider.GetRequiredKeyedService<ISeoAuditClient>("b");

        await a.CallAsync(AuditService.SeoPeek);
        await a.RefusedAsync(AuditService.SeoPeek);

        Assert.Equal((0, 1), (a.GetQuota(AuditService.SeoPeek).Remaining, b.GetQuota(AuditService.SeoPeek).Remaining));
        await b.CallAsync(AuditService.SeoPeek);
    }

    [Fact]
    public async Task Clients_made_at_run_time_share_a_quota_with_nobody()
    {
        using ScriptedHandler handler = PacingAnswers.Handler();
        await using ServiceProvider provider = TestClient.Services(handler, _time, static options => options.SeoPeek.DailyQuota = 1);
        var factory = provider.GetRequiredService<ISeoAuditClientFactory>();
        var options = new SeoAuditOptions { SeoPeek = { DailyQuota = 1 } };

        foreach (ISeoAuditClient client in new[] { factory.Create(options), factory.Create(options), provider.GetRequiredService<ISeoAuditClient>() })
        {
            await client.CallAsync(AuditService.SeoPeek);
            await client.RefusedAsync(AuditService.SeoPeek);
        }
    }

    [Fact]
    public async Task Closing_the_container_ends_the_waits_as_an_error_of_the_SDK()
    {
        using ScriptedHandler handler = PacingAnswers.Handler();
        ServiceProvider provider = TestClient.Services(handler, _time);
        var client = provider.GetRequiredService<ISeoAuditClient>();
        await client.CallAsync(AuditService.MetricSpot);
        Task waiting = client.CallAsync(AuditService.MetricSpot);

        await provider.DisposeAsync();

        var closed = await Assert.ThrowsAsync<SeoAuditException>(() => waiting);
        Assert.Contains("closed", closed.Message, StringComparison.Ordinal);
        Assert.Equal(AuditService.MetricSpot, closed.Service);
        await Assert.ThrowsAsync<SeoAuditException>(() => client.CallAsync(AuditService.MetricSpot));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Disposing_a_client_of_its_own_ends_its_waits()
    {
        await using var server = new LoopbackServer(static _ => LoopbackServer.Answer(
            "200 OK", "Content-Type: application/json\r\n", Answers.SeoPeekAudit("https://example.com/")));
        SeoAuditClient client = SeoAuditClient.Create(new SeoAuditOptions
        {
            SeoPeek = { BaseAddress = server.Address, DailyQuota = 1, MaxPacingWait = TimeSpan.FromDays(2) },
        });
        await client.CallAsync(AuditService.SeoPeek);
        Task waiting = client.CallAsync(AuditService.SeoPeek);
        Assert.Equal(0, client.GetQuota(AuditService.SeoPeek).Remaining);

        client.Dispose();

        await Assert.ThrowsAsync<SeoAuditException>(() => waiting);
    }

    [Fact]
    public async Task What_is_left_is_reported_as_a_metric_of_each_account()
    {
        using ScriptedHandler handler = PacingAnswers.Handler();
        var services = new ServiceCollection();
        services.AddKeyedSeoAudit("a", static options => options.SeoPeek.DailyQuota = 3).On(handler);
        services.AddSeoAudit(static options => options.MetricSpot.MonthlyQuota = 5).On(handler);
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredKeyedService<ISeoAuditClient>("a").CallAsync(AuditService.SeoPeek);
        provider.GetRequiredService<ISeoAuditClient>();
        List<string> measured = [];
        using var listener = new MeterListener();
        var meters = provider.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument is { Name: "seoaudit.quota.remaining", Meter.Name: "SeoAudit.Client" } && instrument.Meter.Scope == meters)
            {
                own.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
            measured.Add($"{string.Join(' ', tags.ToArray().Select(static tag => $"{tag.Key}={tag.Value}"))}: {value}"));
        listener.Start();

        listener.RecordObservableInstruments();

        Assert.Equal(
            ["seoaudit.service=MetricSpot: 5", "seoaudit.service=SeoPeek seoaudit.account=a: 2"],
            measured.Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }
}
