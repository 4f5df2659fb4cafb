using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SeoAudit.Client.Tests.Support;
using SeoAudit.Emulator;
using SeoAudit.Emulator.Tests.Support;

namespace SeoAudit.Client.AspNetCore.Tests.HealthChecks;

public sealed class HealthCheckTests : IAsyncLifetime
{
    private readonly WatchedClock _clock = new(new DateTimeOffset(2026, 3, 12, 12, 0, 0, TimeSpan.Zero));
    private readonly CapturedLog _log = new();
    private readonly SeoAuditEmulatorOptions _settings = new();
    private SeoAuditEmulator _emulator = null!;
    private ServiceProvider? _services;

    public async ValueTask InitializeAsync() => _emulator = await SeoAuditEmulator.StartAsync(_settings);

    public async ValueTask DisposeAsync()
    {
        Task closing = _services?.DisposeAsync().AsTask() ?? Task.CompletedTask;
        await UntilAsync(() =>
        {
            // What is still on its way out is given time by the clock that it was begun with.
            _clock.Advance(TimeSpan.FromSeconds(1));
            return closing.IsCompleted;
        });
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task Services_that_are_well_are_healthy_and_nothing_is_spent()
    {
        HealthReportEntry entry = await CheckAsync();

        Assert.Equal((HealthStatus.Healthy, null), (entry.Status, entry.Description));
        Assert.Equal(
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["SeoPeek.Status"] = "Healthy",
                ["SeoPeek.Reachable"] = true,
                ["Seogent.Status"] = "Healthy",
                ["Seogent.Reachable"] = true,
                ["Seogent.KeyAccepted"] = true,
                ["Seogent.Remaining"] = 100_000L,
                ["MetricSpot.Status"] = "Healthy",
                ["MetricSpot.Reachable"] = true,
                ["MetricSpot.KeyAccepted"] = true,
            },
            entry.Data);
        Assert.Empty(_emulator.Ledger.Creations);
        Assert.Equal(
            ["GET /metricspot/api/audits", "GET /seogent/api/credits", "GET /seopeek/api/health"],
            _emulator.Ledger.Requests.Select(static request => $"{request.Method} {request.Path}").Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(99, false, HealthStatus.Degraded)]
    [InlineData(100, false, HealthStatus.Healthy)]
    [InlineData(99, true, HealthStatus.Healthy)]
    public async Task Few_credits_that_are_not_renewed_are_told_of(long balance, bool renews, HealthStatus expected)
    {
        (_settings.Seogent.StartingBalance, _settings.Seogent.AutoRenew) = (balance, renews);

        HealthReportEntry entry = await CheckAsync();

        Assert.Equal((expected, expected == HealthStatus.Healthy ? null : "Seogent: 99 credits left"), (entry.Status, entry.Description));
        Assert.Equal(balance, entry.Data["Seogent.Remaining"]);
    }

    [Fact]
    public async Task A_key_that_is_refused_is_unhealthy()
    {
        _emulator.Faults.Add(EmulatorFault.On(EmulatedService.MetricSpot).With(FaultAction.Status(401)));

        HealthReportEntry entry = await CheckAsync();

        Assert.Equal((HealthStatus.Unhealthy, "MetricSpot: the key is missing or refused"), (entry.Status, entry.Description));
        Assert.Equal((true, false), (entry.Data["MetricSpot.Reachable"], entry.Data["MetricSpot.KeyAccepted"]));
        Assert.IsType<SeoAuditAuthenticationException>(entry.Exception);
        Assert.Equal("Healthy", entry.Data["Seogent.Status"]);
    }

    [Fact]
    public async Task A_key_that_is_missing_is_unhealthy_where_its_service_is_to_be_asked()
    {
        HealthReportEntry entry = await CheckAsync(
            static options => options.Services.Add(AuditService.Seogent), static options => options.Seogent = new Seogent.SeogentOptions());

        Assert.Equal((HealthStatus.Unhealthy, "Seogent: the key is missing or refused"), (entry.Status, entry.Description));
        Assert.False(entry.Data.ContainsKey("Seogent.Reachable"));
    }

    [Fact]
    public async Task Too_many_calls_are_no_failure()
    {
        _emulator.Faults.Add(EmulatorFault.On(EmulatedService.Seogent).With(
            FaultAction.Status(429, headers: new Dictionary<string, string>(StringComparer.Ordinal) { ["Retry-After"] = "3600" })));

        HealthReportEntry entry = await CheckAsync();

        Assert.Equal((HealthStatus.Degraded, "Seogent: more calls than it allows"), (entry.Status, entry.Description));
    }

    [Fact]
    public async Task A_service_that_fails_is_reported_as_the_app_wants_failures_reported()
    {
        _emulator.Faults.Add(EmulatorFault.On(EmulatedService.SeoPeek).With(FaultAction.Status(403)));

        HealthReportEntry entry = await CheckAsync(failureStatus: HealthStatus.Degraded);

        Assert.Equal((HealthStatus.Degraded, "Unhealthy"), (entry.Status, entry.Data["SeoPeek.Status"]));
    }

    [Fact]
    public async Task A_service_that_does_not_answer_in_time_is_unhealthy()
    {
        var timeout = TimeSpan.FromSeconds(3);
        _emulator.Faults.Add(EmulatorFault.On(EmulatedService.Seogent).After(TimeSpan.FromHours(1)));
        Task<HealthReportEntry> check = CheckAsync(options => options.Timeout = timeout);
        await UntilAsync(() => _emulator.Ledger.Requests.Count == 2 && _clock.WaitingFor(timeout) == 1);

        _clock.Advance(timeout);

        HealthReportEntry entry = await check;
        Assert.Equal((HealthStatus.Unhealthy, "Seogent: no answer within 3 seconds"), (entry.Status, entry.Description));
        Assert.Equal(false, entry.Data["Seogent.Reachable"]);
    }

    [Fact]
    public async Task An_answer_serves_for_a_minute()
    {
        await CheckAsync();
        _clock.Advance(TimeSpan.FromSeconds(59));
        await CheckAsync();
        Assert.Equal(3, _emulator.Ledger.Requests.Count);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await CheckAsync();

        Assert.Equal(6, _emulator.Ledger.Requests.Count);
    }

    [Fact]
    public async Task Probes_that_come_together_ask_once()
    {
        HealthReportEntry[] entries = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => CheckAsync()));

        Assert.All(entries, static entry => Assert.Equal(HealthStatus.Healthy, entry.Status));
        Assert.Equal(3, _emulator.Ledger.Requests.Count);
    }

    [Fact]
    public async Task Services_without_the_key_that_they_need_are_not_asked()
    {
        HealthReportEntry keyless = await CheckAsync(change: static options =>
        {
            (options.SeoPeek.ApiKey, options.Seogent.ApiToken, options.MetricSpot.ApiKey) = (null, null, null);
        });

        Assert.Equal(["SeoPeek.Reachable", "SeoPeek.Status"], keyless.Data.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Little_left_of_the_day_is_told_of()
    {
        _emulator.Faults.Add(EmulatorFault.On(EmulatedService.SeoPeek, path: "/api/v1/audit").With(FaultAction.Status(400)));
        ServiceProvider services = Services(static collection =>
        {
            collection.AddSeoAudit().Configure(static options => options.SeoPeek.DailyQuota = 20);
            collection.AddHealthChecks().AddSeoAudit(static options => options.CacheDuration = TimeSpan.Zero);
        });
        var client = services.GetRequiredService<ISeoAuditClient>();
        long limit = client.GetQuota(AuditService.SeoPeek).Limit!.Value;
        var health = services.GetRequiredService<HealthCheckService>();
        while (client.GetQuota(AuditService.SeoPeek).Remaining > limit / 10)
        {
            Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(TestContext.Current.CancellationToken)).Status);
            await Assert.ThrowsAnyAsync<SeoAuditException>(() => client.SeoPeek.AuditAsync(new Uri("http://127.0.0.1:1/"), TestContext.Current.CancellationToken));
        }

        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(TestContext.Current.CancellationToken)).Status);
        await Assert.ThrowsAnyAsync<SeoAuditException>(() => client.SeoPeek.AuditAsync(new Uri("http://127.0.0.1:1/"), TestContext.Current.CancellationToken));
        HealthReportEntry low = (await health.CheckHealthAsync(TestContext.Current.CancellationToken)).Entries["seoaudit"];

        Assert.Equal((HealthStatus.Degraded, $"SeoPeek: {(limit / 10) - 1} of {limit} audits left"), (low.Status, low.Description));
        Assert.Equal((limit, (limit / 10) - 1), (low.Data["SeoPeek.Limit"], low.Data["SeoPeek.Remaining"]));
    }

    [Fact]
    public async Task Each_account_has_a_check_of_its_own()
    {
        ServiceProvider services = Services(collection =>
        {
            collection.AddKeyedSeoAudit("tenant-a", static _ => { }).UseEmulator(_emulator);
            collection.AddHealthChecks()
                .AddSeoAudit(serviceKey: "tenant-a")
                .AddSeoAudit(static options => options.Services.Add(AuditService.SeoPeek), tags: ["live"]);
        });

        HealthReport report = await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["seoaudit", "seoaudit-tenant-a"], report.Entries.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(2, report.Entries["seoaudit"].Data.Count);
        Assert.Equal(["live"], report.Entries["seoaudit"].Tags, StringComparer.Ordinal);
        Assert.Equal("Healthy", report.Entries["seoaudit-tenant-a"].Data["MetricSpot.Status"]);
    }

    [Fact]
    public async Task Keys_are_in_no_result_and_no_log()
    {
        _emulator.Faults.Add(EmulatorFault.On(EmulatedService.MetricSpot).With(FaultAction.Status(401)));
        _emulator.Faults.Add(EmulatorFault.On(EmulatedService.Seogent).With(FaultAction.Status(403)));

        HealthReportEntry entry = await CheckAsync(change: static options => Assert.NotNull(options.Seogent.ApiToken));

        string[] keys = ["sk_emulator", "ms_live_emulator", "seo_"];
        string text = string.Join('\n', [.. entry.Data.Select(static item => $"{item.Key}={item.Value}"), $"{entry.Description} {entry.Exception}", .. _log.Lines]);
        Assert.Contains("seoaudit", text, StringComparison.Ordinal);
        Assert.All(keys, key => Assert.DoesNotContain(key, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_gives_up_is_cancelled_and_the_next_probe_asks_again()
    {
        _emulator.Faults.Add(EmulatorFault.On(EmulatedService.Seogent).After(TimeSpan.FromHours(1)));
        using var stop = new CancellationTokenSource();
        ServiceProvider services = Services(static collection => collection.AddHealthChecks().AddSeoAudit());
        Task<HealthReport> check = services.GetRequiredService<HealthCheckService>().CheckHealthAsync(stop.Token);
        await UntilAsync(() => _emulator.Ledger.Requests.Count == 2);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => check);
        _emulator.Faults.Clear();
        HealthReport next = await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HealthStatus.Healthy, next.Status);
    }

    [Fact]
    public async Task Settings_out_of_range_are_named()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(async () => await CheckAsync(static options =>
        {
            options.Services.Add((AuditService)9);
            options.CacheDuration = TimeSpan.FromSeconds(-1);
            options.Timeout = TimeSpan.Zero;
            options.MinCredits = -1;
            options.MinQuotaShare = double.NaN;
        }));

        Assert.Equal(
            ["Services", "CacheDuration", "Timeout", "MinCredits", "MinQuotaShare"],
            exception.Failures.Select(static failure => failure.Split(' ')[0].Split('.')[1]), StringComparer.Ordinal);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!condition())
        {
            await Task.Delay(2, limit.Token);
        }
    }

    private async Task<HealthReportEntry> CheckAsync(
        Action<SeoAuditHealthOptions>? configure = null, Action<SeoAuditOptions>? change = null, HealthStatus? failureStatus = null)
    {
        ServiceProvider services = Services(collection =>
        {
            collection.AddSeoAudit().Configure(change ?? (static _ => { }));
            collection.AddHealthChecks().AddSeoAudit(configure, failureStatus: failureStatus);
        });
        services.GetService<IStartupValidator>()?.Validate();
        HealthReport report = await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);
        return Assert.Single(report.Entries).Value;
    }

    private ServiceProvider Services(Action<IServiceCollection> configure)
    {
        if (_services is null)
        {
            var services = new ServiceCollection();
            services.AddSingleton<TimeProvider>(_clock).AddLogging(logging => logging.AddProvider(_log).SetMinimumLevel(LogLevel.Trace));
            services.AddSeoAudit().UseEmulator(_emulator);
            configure(services);
            _services = services.BuildServiceProvider();
        }

        return _services;
    }
}
