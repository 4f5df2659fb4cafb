using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Pacing;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Pacing;

public sealed class PacingSettingsTests
{
    [Theory]
    [InlineData(SeoPeekPlan.Free, 50)]
    [InlineData(SeoPeekPlan.Starter, 1_000)]
    [InlineData(SeoPeekPlan.Pro, 10_000)]
    public async Task A_SEOPeek_plan_is_so_many_audits_in_any_24_hours(SeoPeekPlan plan, int audits)
    {
        FakeTimeProvider time = PacingAnswers.Clock();
        using ScriptedHandler handler = PacingAnswers.Handler();
        ISeoAuditClient client = TestClient.Create(handler, time, options => options.SeoPeek.Plan = plan);
        Assert.Equal(new AuditQuota { Service = AuditService.SeoPeek, Limit = audits, Remaining = audits }, client.GetQuota(AuditService.SeoPeek));

        for (var audit = 0; audit < audits; audit++)
        {
            await client.CallAsync(AuditService.SeoPeek);
        }

        SeoAuditRateLimitException refused = await client.RefusedAsync(AuditService.SeoPeek);
        Assert.Equal(PacingAnswers.Start.AddDays(1), refused.RetryAt);
        Assert.Contains("SeoAudit:SeoPeek:Plan", refused.Message, StringComparison.Ordinal);
        Assert.Equal(audits, handler.Requests.Count);
        Assert.Equal(
            new AuditQuota { Service = AuditService.SeoPeek, Limit = audits, Remaining = 0, ResetsAt = PacingAnswers.Start.AddDays(1) },
            client.GetQuota(AuditService.SeoPeek));

        time.Advance(TimeSpan.FromDays(1));
        await client.CallAsync(AuditService.SeoPeek);
        Assert.Equal(audits - 1, client.GetQuota(AuditService.SeoPeek).Remaining);
    }

    [Theory]
    [InlineData(MetricSpotPlan.Free, 10)]
    [InlineData(MetricSpotPlan.Starter, 50)]
    public async Task A_MetricSpot_plan_is_so_many_audits_in_a_calendar_month(MetricSpotPlan plan, int audits)
    {
        FakeTimeProvider time = PacingAnswers.Clock();
        using ScriptedHandler handler = PacingAnswers.Handler();
        ISeoAuditClient client = TestClient.Create(handler, time, options =>
        {
            options.MetricSpot.Plan = plan;
            options.MetricSpot.Spacing = TimeSpan.Zero;
        });
        var april = new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

        for (var audit = 0; audit < audits; audit++)
        {
            await client.CallAsync(AuditService.MetricSpot);
        }

        Assert.Equal(april, (await client.RefusedAsync(AuditService.MetricSpot)).RetryAt);
        Assert.Equal(
            new AuditQuota { Service = AuditService.MetricSpot, Limit = audits, Remaining = 0, ResetsAt = april },
            client.GetQuota(AuditService.MetricSpot));

        time.Advance(april - PacingAnswers.Start);
        await client.CallAsync(AuditService.MetricSpot);
        Assert.Equal(audits + 1, handler.Requests.Count);
    }

    [Fact]
    public async Task MetricSpot_Pro_is_unlimited()
    {
        using ScriptedHandler handler = PacingAnswers.Handler();
        ISeoAuditClient client = TestClient.Create(handler, PacingAnswers.Clock(), static options =>
        {
            options.MetricSpot.Plan = MetricSpotPlan.Pro;
            options.MetricSpot.Spacing = TimeSpan.Zero;
        });

        for (var audit = 0; audit < 200; audit++)
        {
            await client.CallAsync(AuditService.MetricSpot);
        }

        Assert.Equal(new AuditQuota { Service = AuditService.MetricSpot }, client.GetQuota(AuditService.MetricSpot));
    }

    [Theory]
    [InlineData(AuditService.SeoPeek, "DailyQuota")]
    [InlineData(AuditService.MetricSpot, "MonthlyQuota")]
    public async Task A_quota_wins_over_the_plan(AuditService service, string setting)
    {
        using ScriptedHandler handler = PacingAnswers.Handler();
        ISeoAuditClient client = TestClient.Create(handler, PacingAnswers.Clock(), static options =>
        {
            (options.SeoPeek.Plan, options.SeoPeek.DailyQuota) = (SeoPeekPlan.Pro, 2);
            (options.MetricSpot.Plan, options.MetricSpot.MonthlyQuota) = (MetricSpotPlan.Pro, 2);
            options.MetricSpot.Spacing = TimeSpan.Zero;
        });

        await client.CallAsync(service);
        await client.CallAsync(service);

        Assert.Contains($":{setting} ", (await client.RefusedAsync(service)).Message, StringComparison.Ordinal);
        Assert.Equal(2, client.GetQuota(service).Limit);
    }

    [Fact]
    public async Task SEOgent_is_limited_only_where_a_number_is_set()
    {
        using ScriptedHandler handler = PacingAnswers.Handler();
        var options = new SeoAuditOptions { Seogent = { ApiToken = "sk_a", MaxPacingWait = TimeSpan.FromSeconds(30) } };
        await using ServiceProvider provider = TestClient.Services(handler, PacingAnswers.Clock());
        ISeoAuditClient client = provider.GetRequiredService<ISeoAuditClientFactory>().Create(options);
        Assert.Equal(new AuditQuota { Service = AuditService.Seogent }, client.GetQuota(AuditService.Seogent));
        for (var scan = 0; scan < 100; scan++)
        {
            await client.CallAsync(AuditService.Seogent);
        }

        options.Seogent.ScansPerMinute = 2;
        await client.CallAsync(AuditService.Seogent);
        await client.CallAsync(AuditService.Seogent);

        SeoAuditRateLimitException refused = await client.RefusedAsync(AuditService.Seogent);
        Assert.Equal(TimeSpan.FromMinutes(1), refused.RetryAfter);
        Assert.Contains("SeoAudit:Seogent:ScansPerMinute", refused.Message, StringComparison.Ordinal);
        await client.Seogent.GetCreditsAsync();
    }

    [Fact]
    public async Task MetricSpot_audits_are_five_seconds_apart_by_default()
    {
        FakeTimeProvider time = PacingAnswers.Clock();
        using ScriptedHandler handler = PacingAnswers.Handler();
        ISeoAuditClient client = TestClient.Create(handler, time);
        Task[] calls = [.. Enumerable.Range(0, 3).Select(_ => client.CallAsync(AuditService.MetricSpot))];

        await handler.SentAsync(1);
        time.Advance(TimeSpan.FromSeconds(4.999));
        await handler.SentAsync(1);
        time.Advance(TimeSpan.FromSeconds(0.001));
        await handler.SentAsync(2);
        time.Advance(TimeSpan.FromSeconds(5));
        await handler.SentAsync(3);
        await Task.WhenAll(calls);
    }

    [Fact]
    public void An_emulator_needs_no_spacing()
    {
        var options = new SeoAuditOptions();
        options.UseEmulator(new Uri("http://127.0.0.1:5080/"));

        Assert.Equal(TimeSpan.FromSeconds(5), new MetricSpotOptions().Spacing);
        Assert.Equal(TimeSpan.Zero, options.MetricSpot.Spacing);
    }

    [Fact]
    public async Task Settings_are_bound_from_configuration_and_a_reload_changes_the_limit()
    {
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
            [
                new("SeoPeek:Plan", "starter"),
                new("SeoPeek:MaxPacingWait", "00:00:00"),
                new("Seogent:ScansPerMinute", "7"),
                new("MetricSpot:Plan", "Free"),
                new("MetricSpot:Spacing", "00:00:02"),
                new("MetricSpot:PacingQueueLimit", "3"),
            ])
            .Build();
        using ScriptedHandler handler = PacingAnswers.Handler();
        var services = new ServiceCollection();
        services.AddSeoAudit(configuration).On(handler);
        await using ServiceProvider provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ISeoAuditClient>();
        Assert.Equal([1_000, 7, 10], Enum.GetValues<AuditService>().Select(client.GetQuota).Select(static quota => quota.Limit));

        await client.CallAsync(AuditService.SeoPeek);
        configuration["SeoPeek:DailyQuota"] = "1";
        configuration.Reload();
        await client.RefusedAsync(AuditService.SeoPeek);
        configuration["SeoPeek:DailyQuota"] = "2";
        configuration.Reload();
        await client.CallAsync(AuditService.SeoPeek);
        await client.RefusedAsync(AuditService.SeoPeek);
        configuration["SeoPeek:DailyQuota"] = null;
        configuration["SeoPeek:Plan"] = null;
        configuration.Reload();
        await client.CallAsync(AuditService.SeoPeek);
        Assert.Null(client.GetQuota(AuditService.SeoPeek).Limit);
    }

    [Fact]
    public async Task Settings_that_were_changed_in_place_to_nonsense_still_limit()
    {
        using ScriptedHandler handler = PacingAnswers.Handler();
        await using ServiceProvider provider = TestClient.Services(handler, PacingAnswers.Clock());
        var options = new SeoAuditOptions();
        ISeoAuditClient client = provider.GetRequiredService<ISeoAuditClientFactory>().Create(options);
        (options.SeoPeek.DailyQuota, options.SeoPeek.MaxPacingWait, options.SeoPeek.PacingQueueLimit) = (0, TimeSpan.FromDays(-1), -1);

        await client.CallAsync(AuditService.SeoPeek);

        await client.RefusedAsync(AuditService.SeoPeek);
    }

    [Fact]
    public void Where_nothing_is_limited_a_call_allocates_nothing_to_find_that_out()
    {
        using var pacer = new SettingsPacer(SeoPeekProfile.Instance, TimeProvider.System);
        var options = new SeoPeekOptions();
        Assert.False(pacer.Paces(options));
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (var call = 0; call < 1_000; call++)
        {
            pacer.Paces(options);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
