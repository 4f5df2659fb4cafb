using System.Text.Json;
using SeoAudit.Emulator.Tests.Support;

namespace SeoAudit.Emulator.Tests.MetricSpot;

public sealed class AuditTests
{
    private static readonly string[] Modules =
    [
        "accessibility", "ai_readability", "modern_seo", "onpage", "organic_traffic", "performance", "privacy", "readability",
        "social", "tech_stack", "technical",
    ];

    [Fact]
    public async Task The_documented_answer_comes_at_once()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();

        Answer created = await test.AuditAsync("https://example.com");

        Assert.Equal(201, created.Status);
        Assert.Equal(["audit"], Answer.Names(created.Json));
        Assert.Equal(["id", "domain", "url", "status", "score", "created_at"], Answer.Names(created["audit"]));
        Assert.Equal(JsonValueKind.Number, created.At("audit", "id").ValueKind);
        Assert.Equal("example.com", created.Text("audit", "domain"));
        Assert.Equal("https://example.com", created.Text("audit", "url"));
        Assert.Equal("queued", created.Text("audit", "status"));
        Assert.Equal(JsonValueKind.Null, created.At("audit", "score").ValueKind);
        Assert.Equal("2026-03-12T12:00:00.000Z", created.Text("audit", "created_at"));
    }

    [Fact]
    public async Task An_audit_goes_from_queued_to_running_to_completed()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        int id = (await test.AuditAsync("https://example.com/score/82")).Int("audit", "id");

        Answer queued = await test.GetAuditAsync(id);
        Assert.Equal(["audit", "findings", "plan", "cooldown"], Answer.Names(queued.Json));
        Assert.Equal("queued", queued.Text("audit", "status"));
        Assert.Equal(0, queued["findings"].GetArrayLength());
        Assert.Equal("pro", queued.Text("plan"));
        Assert.Equal("2026-03-13T12:00:00.000Z", queued.Text("cooldown", "retry_at"));

        test.Clock.Advance(TimeSpan.FromMilliseconds(100));
        await TestEmulator.UntilAsync(async () => (await test.GetAuditAsync(id)).Text("audit", "status") is "running");
        Assert.Equal(0, test.Emulator.Ledger.Creations[0].Spent);
        test.Clock.Advance(TimeSpan.FromMilliseconds(200));
        await TestEmulator.UntilAsync(async () => (await test.GetAuditAsync(id)).Text("audit", "status") is "completed");

        Answer done = await test.GetAuditAsync(id);
        Assert.Equal(82, done.Int("audit", "score"));
        Assert.Equal(Modules, Answer.Names(done.At("audit", "raw", "module_scores")));
        Assert.All(
            done.At("audit", "raw", "module_scores").EnumerateObject(), score => Assert.InRange(score.Value.GetInt32(), 0, 100));
        Assert.Equal(1, test.Emulator.Ledger.Creations[0].Spent);
    }

    [Fact]
    public async Task Findings_have_every_documented_field()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        int id = await test.FinishAuditAsync();

        JsonElement[] findings = [.. (await test.GetAuditAsync(id))["findings"].EnumerateArray()];

        Assert.All(findings, finding =>
        {
            Assert.Equal(
                ["module", "rule_id", "passed", "severity", "title", "recommendation"],
                Answer.Names(finding).Where(name => name is not "data").ToArray());
            string module = finding.GetProperty("module").GetString()!;
            Assert.Contains(module, Modules, StringComparer.Ordinal);
            Assert.StartsWith(module + ".", finding.GetProperty("rule_id").GetString(), StringComparison.Ordinal);
            Assert.Matches("^(info|minor|major|critical)$", finding.GetProperty("severity").GetString());
            Assert.Equal(
                finding.GetProperty("passed").GetBoolean(), finding.GetProperty("recommendation").ValueKind == JsonValueKind.Null);
        });
        Assert.Superset(
            Modules.ToHashSet(StringComparer.Ordinal),
            findings.Select(finding => finding.GetProperty("module").GetString()!).ToHashSet(StringComparer.Ordinal));
        string[] rules = [.. findings.Select(finding => finding.GetProperty("rule_id").GetString()!)];
        Assert.Equal(rules.Length, rules.Distinct(StringComparer.Ordinal).Count());
        Assert.Contains("technical.https_enforced", rules, StringComparer.Ordinal);
        Assert.Contains("organic_traffic.connected", rules, StringComparer.Ordinal);
        Assert.Contains("accessibility.image_alt", rules, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("", "INVALID_URL")]
    [InlineData("nonsense", "INVALID_URL")]
    [InlineData("{}", "INVALID_URL")]
    [InlineData("""{"url":null}""", "INVALID_URL")]
    [InlineData("""{"url":7}""", "INVALID_URL")]
    [InlineData("""{"url":"example.com"}""", "INVALID_URL")]
    [InlineData("""{"url":"/path"}""", "INVALID_URL")]
    [InlineData("""{"url":"ftp://example.com/"}""", "INVALID_URL")]
    public async Task A_bad_url_is_refused(string body, string code)
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        foreach (string path in new[] { MetricSpotCalls.Audits, "/metricspot/api/public/audit" })
        {
            Answer refused = await test.PostAsync(path, body, MetricSpotCalls.Key);

            Assert.Equal(400, refused.Status);
            Assert.Equal(["error", "message", "code"], Answer.Names(refused.Json));
            Assert.Equal(code, refused.Text("code"));
        }
    }

    [Fact]
    public async Task Two_thousand_characters_are_the_most()
    {
        await using TestEmulator test = await TestEmulator.StartAsync(options => options.MetricSpot.GlobalSpacing = TimeSpan.Zero);
        string longest = "https://example.com/".PadRight(2000, 'x');

        Assert.Equal(201, (await test.AuditAsync(longest)).Status);
        Assert.Equal(400, (await test.AuditAsync(longest + "x")).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("sk_0123456789abcdef")]
    [InlineData("ms_live_tooshort")]
    [InlineData("ms_live_0123456789abcde!")]
    public async Task Nothing_but_the_public_audit_works_without_a_valid_key(string? key)
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        foreach (string path in new[] { "audits", "audits/1", "audits/1/google", "pdfs/1" })
        {
            Answer refused = await test.GetAsync("/metricspot/api/" + path, key);
            Assert.Equal(401, refused.Status);
            Assert.Equal("UNAUTHORIZED", refused.Text("code"));
        }

        Assert.Equal(401, (await test.PostAsync(MetricSpotCalls.Audits, """{"url":"https://example.com"}""", key)).Status);
        Assert.Equal(401, (await test.PostAsync(MetricSpotCalls.Audits + "/1/pdf", body: null, key)).Status);
    }

    [Fact]
    public async Task With_a_fixed_list_other_keys_are_refused()
    {
        await using TestEmulator test = await TestEmulator.StartAsync(options =>
        {
            options.MetricSpot.AcceptAnyWellFormedKey = false;
            options.MetricSpot.Keys[MetricSpotCalls.Key] = MetricSpotEmulatorPlan.Starter;
        });

        Assert.Equal(200, (await test.GetAsync(MetricSpotCalls.Audits, MetricSpotCalls.Key)).Status);
        Assert.Equal(401, (await test.GetAsync(MetricSpotCalls.Audits, MetricSpotCalls.OtherKey)).Status);
    }

    [Fact]
    public async Task A_foreign_audit_is_forbidden_and_an_unknown_one_not_found()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        int id = await test.FinishAuditAsync();

        Answer foreign = await test.GetAuditAsync(id, MetricSpotCalls.OtherKey);
        Answer unknown = await test.GetAuditAsync(id + 1);

        Assert.Equal(403, foreign.Status);
        Assert.Equal("FORBIDDEN", foreign.Text("code"));
        Assert.Equal(403, (await test.PostAsync($"{MetricSpotCalls.Audits}/{id}/pdf", body: null, MetricSpotCalls.OtherKey)).Status);
        Assert.Equal(403, (await test.GetAsync($"{MetricSpotCalls.Audits}/{id}/google", MetricSpotCalls.OtherKey)).Status);
        Assert.Equal(404, unknown.Status);
        Assert.Equal("AUDIT_NOT_FOUND", unknown.Text("code"));
        Assert.Equal(404, (await test.GetAsync(MetricSpotCalls.Audits + "/aud_1", MetricSpotCalls.Key)).Status);
    }

    [Fact]
    public async Task A_page_that_cannot_be_fetched_fails_its_audit_and_costs_nothing()
    {
        await using TestEmulator test = await TestEmulator.StartAsync(options => options.MetricSpot.MonthlyQuota = 1);

        int id = await test.FinishAuditAsync("https://unreachable.example/", "failed");

        Answer failed = await test.GetAuditAsync(id);
        Assert.Equal(JsonValueKind.Null, failed.At("audit", "score").ValueKind);
        Assert.NotEmpty(failed.Text("audit", "error"));
        Assert.Equal(0, failed["findings"].GetArrayLength());
        Assert.Equal(0, test.Emulator.Ledger.Creations[0].Spent);
        test.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(201, (await test.AuditAsync("https://unreachable.example/")).Status);
    }

    [Fact]
    public async Task Lists_the_latest_audit_of_each_url()
    {
        await using TestEmulator test = await TestEmulator.StartAsync(options =>
        {
            options.MetricSpot.GlobalSpacing = TimeSpan.Zero;
            options.MetricSpot.UrlCooldown = TimeSpan.FromMinutes(1);
        });
        int first = await test.FinishAuditAsync();
        test.Clock.Advance(TimeSpan.FromMinutes(1));
        int second = await test.FinishAuditAsync();
        for (int i = 0; i < 3; i++)
            await test.AuditAsync("https://example.com/" + i);

        JsonElement[] rows = [.. (await test.GetAsync(MetricSpotCalls.Audits, MetricSpotCalls.Key))["audits"].EnumerateArray()];

        Assert.Equal(4, rows.Length);
        Assert.Equal(["id", "domain", "url", "status", "score", "display_position", "created_at"], Answer.Names(rows[0]));
        Assert.Equal("https://example.com/2", rows[0].GetProperty("url").GetString());
        Assert.Equal(second, rows[3].GetProperty("id").GetInt32());
        Assert.NotEqual(first, second);
        Assert.Equal(82, rows[3].GetProperty("score").GetInt32());
        Assert.Equal(0, (await test.GetAsync(MetricSpotCalls.Audits, MetricSpotCalls.OtherKey))["audits"].GetArrayLength());
    }

    [Fact]
    public async Task Lists_at_most_a_hundred_rows()
    {
        await using TestEmulator test = await TestEmulator.StartAsync(options => options.MetricSpot.GlobalSpacing = TimeSpan.Zero);
        for (int i = 0; i < 105; i++)
            Assert.Equal(201, (await test.AuditAsync("https://example.com/" + i)).Status);

        JsonElement rows = (await test.GetAsync(MetricSpotCalls.Audits, MetricSpotCalls.Key))["audits"];

        Assert.Equal(100, rows.GetArrayLength());
        Assert.Equal("https://example.com/104", rows[0].GetProperty("url").GetString());
    }

    [Fact]
    public async Task Knows_its_addresses_and_methods()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();

        Assert.Equal(405, (await test.PostAsync("/metricspot/api/pdfs/1", body: null, MetricSpotCalls.Key)).Status);
        Assert.Equal(405, (await test.GetAsync("/metricspot/api/public/audit")).Status);
        Assert.Equal(404, (await test.GetAsync("/metricspot/api/elsewhere", MetricSpotCalls.Key)).Status);
        Assert.Equal(404, (await test.GetAsync("/metricspot/elsewhere")).Status);
    }
}
