using System.Text.Json;
using SeoAudit.Emulator.Tests.Support;

namespace SeoAudit.Emulator.Tests.MetricSpot;

public sealed class LimitTests
{
    private const string Page = "https://example.com/score/82";

    [Fact]
    public async Task The_same_url_has_to_wait_a_day()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        await test.AuditAsync(Page);
        test.Clock.Advance(TimeSpan.FromHours(1));

        Answer refused = await test.AuditAsync(Page);

        Assert.Equal(429, refused.Status);
        Assert.Equal("RATE_LIMITED", refused.Text("code"));
        Assert.Equal("2026-03-13T12:00:00.000Z", refused.Text("retry_at"));
        Assert.Equal(201, (await test.AuditAsync(Page + "?other")).Status);
        test.Clock.Advance(TimeSpan.FromHours(23) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(429, (await test.AuditAsync(Page)).Status);
        test.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(201, (await test.AuditAsync(Page)).Status);
    }

    [Fact]
    public async Task Any_two_audits_of_an_account_are_seconds_apart()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        await test.AuditAsync(Page);

        Answer refused = await test.AuditAsync(Page + "/2");

        Assert.Equal(429, refused.Status);
        Assert.Equal("2026-03-12T12:00:03.000Z", refused.Text("retry_at"));
        Assert.Equal(201, (await test.AuditAsync(Page, MetricSpotCalls.OtherKey)).Status);
        test.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(201, (await test.AuditAsync(Page + "/2")).Status);
    }

    [Theory]
    [InlineData(RetryAtPlacement.RootProperty, "error,message,code,retry_at")]
    [InlineData(RetryAtPlacement.Nested, "error,message,code,cooldown")]
    [InlineData(RetryAtPlacement.MessageText, "error,message,code")]
    public async Task The_time_to_retry_can_stand_in_three_places(RetryAtPlacement placement, string members)
    {
        await using TestEmulator test = await TestEmulator.StartAsync(options => options.MetricSpot.RetryAtPlacement = placement);
        await test.AuditAsync(Page);

        Answer refused = await test.AuditAsync(Page);

        Assert.Equal(members.Split(','), Answer.Names(refused.Json));
        Assert.Contains("2026-03-13T12:00:00.000Z", refused.Json.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(
            placement == RetryAtPlacement.MessageText,
            refused.Text("message").Contains("retry_at: 2026-03-13T12:00:00.000Z", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(MetricSpotEmulatorPlan.Free, 10)]
    [InlineData(MetricSpotEmulatorPlan.Starter, 50)]
    public async Task A_plan_decides_the_audits_of_a_month(MetricSpotEmulatorPlan plan, int quota)
    {
        await using TestEmulator test = await TestEmulator.StartAsync(options =>
        {
            options.MetricSpot.DefaultPlan = plan;
            options.MetricSpot.GlobalSpacing = TimeSpan.Zero;
        });
        for (int i = 0; i < quota; i++)
            Assert.Equal(201, (await test.AuditAsync($"{Page}/{i}")).Status);

        Answer refused = await test.AuditAsync(Page + "/more");
        Assert.Equal(402, refused.Status);
        Assert.Equal("QUOTA_EXCEEDED", refused.Text("code"));
        Assert.Equal("Quota exceeded", refused.Text("error"));

        test.Clock.Advance(TimeSpan.FromSeconds(1));
        await TestEmulator.UntilAsync(() => test.Emulator.Ledger.Creations.Sum(creation => creation.Spent) == quota);
        Assert.Equal(402, (await test.AuditAsync(Page + "/more")).Status);
        test.Clock.Advance(TimeSpan.FromDays(20));
        Assert.Equal(201, (await test.AuditAsync(Page + "/more")).Status);
    }

    [Fact]
    public async Task A_failed_audit_can_be_made_to_hold_up_the_next()
    {
        await using TestEmulator test = await TestEmulator.StartAsync(options => options.MetricSpot.CooldownAfterFailure = true);
        await test.FinishAuditAsync("https://unreachable.example/", "failed");
        test.Clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(429, (await test.AuditAsync("https://unreachable.example/")).Status);
    }

    [Fact]
    public async Task Creations_at_once_keep_the_spacing()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();

        int[] statuses = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
            (await test.AuditAsync($"{Page}/{i}", i % 2 == 0 ? MetricSpotCalls.Key : MetricSpotCalls.OtherKey)).Status));

        Assert.Equal(2, statuses.Count(status => status == 201));
        Assert.Equal(18, statuses.Count(status => status == 429));
    }

    [Fact]
    public async Task One_public_audit_a_day_for_an_address()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();

        Answer first = await PublicAsync(Page);
        Answer second = await PublicAsync(Page + "/2");

        Assert.Equal(200, first.Status);
        Assert.Equal(["url", "domain", "total_score", "module_scores", "rules"], Answer.Names(first["audit"]));
        Assert.Equal(82, first.Int("audit", "total_score"));
        JsonElement organic = first.At("audit", "rules").EnumerateArray()
            .Single(rule => rule.GetProperty("rule_id").GetString() is "organic_traffic.connected");
        Assert.True(organic.GetProperty("passed").GetBoolean());
        Assert.Equal(429, second.Status);
        Assert.Equal("2026-03-13T12:00:00.000Z", second.Text("retry_at"));
        Assert.Equal(LedgerOperation.AnonymousAudit, Assert.Single(test.Emulator.Ledger.Creations).Operation);
        Assert.Equal(0, (await test.GetAsync(MetricSpotCalls.Audits, MetricSpotCalls.Key))["audits"].GetArrayLength());
        test.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(200, (await PublicAsync(Page)).Status);

        Task<Answer> PublicAsync(string url) =>
            test.PostAsync("/metricspot/api/public/audit", $$"""{"url":"{{url}}"}""");
    }

    [Theory]
    [InlineData("https://unreachable.example/", 502, "UPSTREAM_FAILED")]
    [InlineData("https://slow.example/", 504, "UPSTREAM_FAILED")]
    [InlineData("https://forbidden.example/", 400, "INVALID_URL")]
    public async Task A_public_audit_that_fails_does_not_count(string url, int status, string code)
    {
        await using TestEmulator test = await TestEmulator.StartAsync();

        Answer failed = await test.PostAsync("/metricspot/api/public/audit", $$"""{"url":"{{url}}"}""");

        Assert.Equal(status, failed.Status);
        Assert.Equal(code, failed.Text("code"));
        Assert.Equal(200, (await test.PostAsync("/metricspot/api/public/audit", $$"""{"url":"{{Page}}"}""")).Status);
    }
}
